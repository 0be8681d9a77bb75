import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProfileChange, User } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { meKey } from '../../../lib/query-keys.js';

const changeProfile = (change: ProfileChange) => api.patch<User>('/auth/me', change);

export function useChangeProfile() {
  const client = useQueryClient();
  return useMutation({ mutationFn: changeProfile, onSuccess: () => client.invalidateQueries({ queryKey: meKey }) });
}
