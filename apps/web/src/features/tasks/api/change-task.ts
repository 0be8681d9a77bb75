import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Task, TaskChange, TaskTransition } from '@uptake/contracts';
import { useProblemText } from '../../../components/use-problem-text.js';
import { api, path } from '../../../lib/api.js';
import { notify } from '../../../lib/notify.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** Whatever came of what was done with a task, these are read again. */
function useReadingAgain(slug: string) {
  const client = useQueryClient();
  return () =>
    Promise.all(
      (['tasks', 'recommendations', 'activity', 'rollups'] as const).map((resource) =>
        client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
      ),
    );
}

const changeOf = (slug: string, id: string) => (input: TaskChange) =>
  api.patch<Task>(path`/workspaces/${slug}/tasks/${id}`, input);

/** For a form, which says itself why it was refused. */
export function useTaskChange(slug: string, id: string) {
  const onSettled = useReadingAgain(slug);
  return useMutation({ mutationFn: changeOf(slug, id), onSettled });
}

/** What people do with a task by hand, one press each; a refusal is told by a toast. */
export function useTaskActs(slug: string, id: string) {
  const textOf = useProblemText();
  const settled = { onError: (error: Error) => notify.failed(textOf(error)), onSettled: useReadingAgain(slug) };
  const change = useMutation({ mutationFn: changeOf(slug, id), ...settled });
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
