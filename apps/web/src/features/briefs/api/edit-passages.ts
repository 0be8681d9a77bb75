import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PassageChange, PassageCreation } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

export type PassageEdit =
  | { act: 'create'; creation: PassageCreation }
  | { act: 'change'; id: string; change: PassageChange }
  | { act: 'split'; id: string; at: number; version: number }
  | { act: 'merge'; ids: string[] }
  | { act: 'remove'; id: string };

async function editPassages(slug: string, briefId: string, edit: PassageEdit): Promise<void> {
  const all = path`/workspaces/${slug}/briefs/${briefId}/passages`;
  switch (edit.act) {
    case 'create':
      return void (await api.post(all, edit.creation));
    case 'change':
      return void (await api.patch(all + path`/${edit.id}`, edit.change));
    case 'split':
      return void (await api.post(all + path`/${edit.id}/split`, { at: edit.at, version: edit.version }));
    case 'merge':
      return void (await api.post(`${all}/merge`, { passageIds: edit.ids }));
    case 'remove':
      return api.delete(all + path`/${edit.id}`);
  }
}

/** One edit at a time: the next begins when the list has been read again, so that versions fit. */
export function useEditPassages(slug: string, briefId: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `passages-${briefId}` },
    mutationFn: (edit: PassageEdit) => editPassages(slug, briefId, edit),
    onSettled: () => client.invalidateQueries({ queryKey: inWorkspace(slug, 'briefs') }),
  });
}
