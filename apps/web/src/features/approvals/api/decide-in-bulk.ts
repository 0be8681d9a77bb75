import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BulkDecisionsInput, BulkDecisionsResult } from '@uptake/contracts';
import { useState } from 'react';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** Decides on many requests, each for itself; pressing twice decides once. The lists are read again once the server has answered. */
export function useDecideInBulk(slug: string) {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState({ words: '', key: '' });
  return useMutation({
    mutationFn: (input: BulkDecisionsInput) => {
      const words = JSON.stringify(input);
      const idempotencyKey = attempt.words === words ? attempt.key : crypto.randomUUID();
      setAttempt({ words, key: idempotencyKey });
      return api.post<BulkDecisionsResult>(path`/workspaces/${slug}/bulk-decisions`, input, { idempotencyKey });
    },
    onSettled: () =>
      Promise.all(
        (['approvals', 'submissions', 'tasks', 'recommendations', 'rollups', 'activity'] as const).map((resource) =>
          client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
        ),
      ),
  });
}
