import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemRef, Submission, SubmissionInput } from '@uptake/contracts';
import { useState } from 'react';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';

export type SubmittedItem = Pick<ItemRef, 'id' | 'kind'>;
export type UpdateInput = Omit<SubmissionInput, 'kind' | 'fields'>;

const submitUpdate = (slug: string, item: SubmittedItem, input: UpdateInput, idempotencyKey: string) => {
  const to =
    item.kind === 'task'
      ? path`/workspaces/${slug}/tasks/${item.id}/submissions`
      : path`/workspaces/${slug}/recommendations/${item.id}/submissions`;
  return api.post<Submission>(to, { ...input, kind: 'update' }, { idempotencyKey });
};

/** Hands in an update of an item; pressing twice hands in once. */
export function useSubmitUpdate(slug: string, item: SubmittedItem) {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState({ words: '', key: '' });
  return useMutation({
    mutationFn: (input: UpdateInput) => {
      const words = JSON.stringify(input);
      // A changed form is another act: the same key with other words would be refused.
      const key = attempt.words === words ? attempt.key : crypto.randomUUID();
      setAttempt({ words, key });
      return submitUpdate(slug, item, input, key);
    },
    onSuccess: () =>
      Promise.all(
        (['submissions', 'approvals', 'activity', 'tasks', 'recommendations'] as const).map((resource) =>
          client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
        ),
      ),
  });
}
