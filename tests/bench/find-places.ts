import type { ApprovalSummary, Page, RecommendationSummary, TaskSummary } from '@uptake/contracts';
import type { Places } from './screen-requests.js';

/** Looks for what the requests are about: a task under review, its recommendation, and the fullest recommendation. */
export async function findPlaces(
  ask: (path: string) => Promise<unknown>,
  slug: string,
  memberId: string,
): Promise<Places> {
  const w = `/api/v1/workspaces/${slug}`;
  const first = async <Row>(path: string): Promise<Row> => {
    const [row] = ((await ask(`${w}/${path}`)) as Page<Row>).items;
    if (!row) throw new Error(`The measured workspace answers nothing at ${path}`);
    return row;
  };
  const task = await first<TaskSummary>('tasks?status=in_approval');
  const approval = await first<ApprovalSummary>('approvals?state=open');
  const { items } = (await ask(`${w}/recommendations?limit=200`)) as Page<RecommendationSummary>;
  const fullest = items.toSorted((a, b) => b.taskCounts.total - a.taskCounts.total)[0];
  if (!fullest) throw new Error('The measured workspace has no recommendations');
  return {
    slug,
    taskId: task.id,
    taskNumber: task.number,
    memberId,
    recommendationId: fullest.id,
    reference: fullest.reference,
    approvalId: approval.id,
  };
}
