import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '@uptake/contracts';
import { api } from './api.js';
import { csrfToken } from './csrf-token.js';
import { meKey } from './query-keys.js';

/** Who is signed in, with memberships and their abilities; 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: meKey,
  // Without its signal: a component that looks and goes would cancel the answer that a route is waiting for.
  queryFn: async () => {
    const me = await api.get<Me>('/auth/me');
    csrfToken.keep(me.csrfToken);
    return me;
  },
  staleTime: 5 * 60_000,
});

/** For components under a route that has loaded `meQuery`. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;
