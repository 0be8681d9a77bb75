import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemRef, Submission, SubmissionInput } from '@uptake/contracts';
import { useState } from 'react';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';

export type SubmittedItem = Pick<ItemRef, 'id' | 'kind'>;
export type HandedIn = Pick<SubmissionInput, 'narrative' | 'baseVersion'> & Partial<SubmissionInput>;

const handIn = (slug: string, item: SubmittedItem, input: HandedIn, idempotencyKey: string) => {
  const to =
    item.kind === 'task'
      ? path`/workspaces/${slug}/tasks/${item.id}/submissions`
      : path`/workspaces/${slug}/recommendations/${item.id}/submissions`;
  return api.post<Submission>(to, input, { idempotencyKey });
};

export interface HandInOutcomes {
  onHandedIn: (submission: Submission) => void;
  onRefused: (error: Error) => void;
}

/** Hands in on an item, an update unless `kind` says otherwise; pressing twice hands in once. */
export function useHandIn(slug: string, item: SubmittedItem, { onHandedIn, onRefused }: HandInOutcomes) {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState({ words: '', key: '' });
  return useMutation({
    mutationFn: (input: HandedIn) => {
      const words = JSON.stringify(input);
      // A changed form is another act: the same key with other words would be refused.
      const key = attempt.words === words ? attempt.key : crypto.randomUUID();
      setAttempt({ words, key });
      return handIn(slug, item, input, key);
    },
    onSuccess: async (submission) => {
      await Promise.all(
        (['submissions', 'approvals', 'activity', 'tasks', 'recommendations'] as const).map((resource) =>
          client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
        ),
      );
      onHandedIn(submission);
    },
    onError: onRefused,
  });
}
