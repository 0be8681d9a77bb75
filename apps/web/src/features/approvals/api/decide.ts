import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Approval, DecisionInput } from '@uptake/contracts';
import { useState } from 'react';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** Decides on one request; pressing twice decides once. What it changed is read again once the server has committed. */
export function useDecide(slug: string, id: string) {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState({ words: '', key: '' });
  return useMutation({
    mutationFn: (input: DecisionInput) => {
      const words = JSON.stringify(input);
      const idempotencyKey = attempt.words === words ? attempt.key : crypto.randomUUID();
      setAttempt({ words, key: idempotencyKey });
      return api.post<Approval>(path`/workspaces/${slug}/approvals/${id}/decision`, input, { idempotencyKey });
    },
    // A refusal too means that what stands on the screen is old.
    onSettled: () =>
      Promise.all(
        (['approvals', 'submissions', 'tasks', 'recommendations', 'rollups', 'activity'] as const).map((resource) =>
          client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
        ),
      ),
  });
}
