import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me, PasswordChange, ProfileChange } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { meKey } from '../../../lib/query-keys.js';

export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ProfileChange) => api.patch<Me>(pathTo('/auth/me'), change),
    onSuccess: () => client.invalidateQueries({ queryKey: meKey, exact: true }),
  });
}

/** Ends every other session of the person. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: PasswordChange) => api.put(pathTo('/auth/password'), change),
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  });
}
