import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Credentials, SignedIn } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { csrfToken } from '../../../lib/csrf-token.js';
import { meQuery } from '../../../lib/session.js';

const signIn = (credentials: Credentials) => api.post<SignedIn>('/auth/login', credentials);

/** Signs in and reads who that is anew, so that the next screen finds it there. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      const { csrfToken: token } = await signIn(credentials);
      client.clear();
      csrfToken.keep(token);
      return client.fetchQuery({ ...meQuery, staleTime: 0 });
    },
  });
}
