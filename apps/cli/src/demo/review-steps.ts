import type { Approval, ApprovalSummary, Page, Rating, SubmissionInput, Verdict } from '@uptake/contracts';
import type { DemoApi } from './demo-api.js';
import type { DemoName } from './demo-people.js';

/** The item that something is handed in on. */
export interface Handed {
  itemPath: string;
  itemId: string;
}

export type HandedIn = Pick<SubmissionInput, 'narrative'> &
  Partial<Pick<SubmissionInput, 'kind' | 'fields' | 'progress' | 'rating'>>;

/** Hands in an update, or what `content` says, with a link as its evidence. */
export async function handIn(
  api: DemoApi,
  who: DemoName,
  { itemPath, itemId }: Handed,
  content: HandedIn,
): Promise<void> {
  const evidence = await api.call<{ id: string }>(who, 'POST', '/evidence', {
    itemId,
    title: 'Minutes of the meeting',
    url: 'https://example.org/minutes',
  });
  await api.call(who, 'POST', `${itemPath}/submissions`, {
    kind: 'update',
    ...content,
    evidenceIds: [evidence.id],
    baseVersion: await recordVersion(api, itemPath),
  });
}

async function recordVersion(api: DemoApi, itemPath: string): Promise<number> {
  const { recordVersion: version } = await api.call<{ recordVersion: number }>('manager', 'GET', itemPath);
  return version;
}

/** Answers the request that this person has open on the item. */
export async function decide(
  api: DemoApi,
  { itemId }: Handed,
  who: DemoName,
  verdict: Verdict,
  more: { reason?: string; verifiedRating?: Rating; ratingReason?: string },
): Promise<void> {
  const { items } = await api.call<Page<ApprovalSummary>>(who, 'GET', `/approvals?mine=true&state=open&item=${itemId}`);
  const [mine] = items;
  if (!mine) throw new Error(`${who} has no open request on ${itemId}`);
  const { submissionHash } = await api.call<Approval>(who, 'GET', `/approvals/${mine.id}`);
  await api.call(who, 'POST', `/approvals/${mine.id}/decision`, { verdict, submissionHash, ...more });
}
