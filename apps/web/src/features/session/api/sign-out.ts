import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import { csrfToken } from '../../../lib/csrf-token.js';

const signOut = () => api.post('/auth/logout');

/** Ends the session on the server, then forgets everything it had shown. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      csrfToken.keep(null);
      client.clear();
    },
  });
}
