import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  AssignmentInput,
  BulkAssignment,
  BulkResult,
  LinksInput,
  Recommendation,
  RecommendationChange,
  RecommendationCreation,
  ResponseInput,
  Task,
  TaskCreation,
} from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

const all = (slug: string): string => path`/workspaces/${slug}/recommendations`;
const one = (slug: string, id: string): string => path`/workspaces/${slug}/recommendations/${id}`;

/** A write after which everything that may show the recommendation is read again. */
function useWrite<Input, Answer>(slug: string, mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        (['recommendations', 'tasks', 'activity', 'statements', 'rollups'] as const).map((resource) =>
          client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
        ),
      ),
  });
}

type Defaulted<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
export type NewRecommendation = Pick<RecommendationCreation, 'title' | 'text' | 'kind' | 'dueOn'>;
export type NewTask = Defaulted<TaskCreation, 'description' | 'priority' | 'checklist' | 'dependsOn'>;

export const useCreateRecommendation = (slug: string) =>
  useWrite(slug, (input: NewRecommendation) => api.post<Recommendation>(all(slug), input));

export const useAssignInBulk = (slug: string) =>
  useWrite(slug, (input: BulkAssignment) => api.post<BulkResult>(`${all(slug)}/bulk-assignment`, input));

export const useAssign = (slug: string, id: string) =>
  useWrite(slug, (input: AssignmentInput) => api.put<Recommendation>(`${one(slug, id)}/assignment`, input));

export const useRespond = (slug: string, id: string) =>
  useWrite(slug, (input: ResponseInput) => api.post<Recommendation>(`${one(slug, id)}/response`, input));

export const useChange = (slug: string, id: string) =>
  useWrite(slug, (input: RecommendationChange) => api.patch<Recommendation>(one(slug, id), input));

export const useClaim = (slug: string, id: string) =>
  useWrite(slug, () => api.post<Recommendation>(`${one(slug, id)}/claim`));

export const useLink = (slug: string, id: string) =>
  useWrite(slug, (input: LinksInput) => api.put<Recommendation>(`${one(slug, id)}/links`, input));

export const useAddTask = (slug: string, id: string) =>
  useWrite(slug, (input: NewTask) => api.post<Task>(`${one(slug, id)}/tasks`, input));
