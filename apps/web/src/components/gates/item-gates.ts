import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { GateInput, ItemGates, ItemKind } from '@uptake/contracts';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';

export interface GatedItem {
  id: string;
  kind: ItemKind;
}

const addressOf = (slug: string, { id, kind }: GatedItem): string =>
  kind === 'task' ? path`/workspaces/${slug}/tasks/${id}/gates` : path`/workspaces/${slug}/recommendations/${id}/gates`;

const keyOf = (slug: string, { id, kind }: GatedItem) =>
  inWorkspace(slug, kind === 'task' ? 'tasks' : 'recommendations', 'gates', id);

/** What an item waits for, and what waits for it. */
export const gatesQuery = (slug: string, item: GatedItem) =>
  queryOptions({
    queryKey: keyOf(slug, item),
    queryFn: ({ signal }) => api.get<ItemGates>(addressOf(slug, item), { signal }),
  });

export function useGateActs(slug: string, item: GatedItem) {
  const client = useQueryClient();
  const onSuccess = async (gates: ItemGates) => {
    client.setQueryData(keyOf(slug, item), gates);
    await client.invalidateQueries({ queryKey: inWorkspace(slug, 'submissions') });
  };
  return {
    add: useMutation({
      mutationFn: (input: GateInput) => api.post<ItemGates>(addressOf(slug, item), input),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (gateId: string) => api.delete<ItemGates>(`${addressOf(slug, item)}/${gateId}`),
      onSuccess,
    }),
  };
}
