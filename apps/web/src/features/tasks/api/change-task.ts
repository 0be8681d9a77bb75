import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Task, TaskChange, TaskTransition } from '@uptake/contracts';
import { useProblemText } from '../../../components/use-problem-text.js';
import { api, path } from '../../../lib/api.js';
import { notify } from '../../../lib/notify.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** What people do with a task by hand. Whatever comes of it, the task is read again; a refusal is told. */
export function useTaskActs(slug: string, id: string) {
  const client = useQueryClient();
  const textOf = useProblemText();
  const settled = {
    onError: (error: Error) => notify.failed(textOf(error)),
    onSettled: () =>
      Promise.all(
        (['tasks', 'recommendations', 'activity', 'rollups'] as const).map((resource) =>
          client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
        ),
      ),
  };
  const change = useMutation({
    mutationFn: (input: TaskChange) => api.patch<Task>(path`/workspaces/${slug}/tasks/${id}`, input),
    ...settled,
  });
  const claim = useMutation({
    mutationFn: () => api.post<Task>(path`/workspaces/${slug}/tasks/${id}/claim`),
    ...settled,
  });
  const move = useMutation({
    mutationFn: (input: TaskTransition) => api.post<Task>(path`/workspaces/${slug}/tasks/${id}/transition`, input),
    ...settled,
  });
  return { change, claim, move };
}
