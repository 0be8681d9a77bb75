import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../lib/api-problem.js';
import { csrfToken } from '../lib/csrf-token.js';
import { meKey } from '../lib/query-keys.js';

/**
 * Queries are fresh for half a minute and kept true by the live stream. A refusal is final; only what may pass by
 * itself (no connection, a starting server) is tried again. `onSignedOut`: the session has ended under a screen.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: Error): void => {
    if (!(error instanceof ApiProblem) || error.code !== 'unauthenticated') return;
    csrfToken.keep(null);
    // Without this the screens would go on believing who was signed in.
    if (client.getQueryData(meKey) === undefined) return;
    client.removeQueries({ queryKey: meKey });
    onSignedOut();
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          failures < 2 && (!(error instanceof ApiProblem) || ['unreachable', 'unavailable'].includes(error.code)),
        refetchOnWindowFocus: false,
      },
    },
  });
  return client;
}
