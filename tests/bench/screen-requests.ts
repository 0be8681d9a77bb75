import { rollupGroupings } from '@uptake/contracts';

/** Whom a screen is measured as: the first printed person of that role. */
export type Reader = 'manager' | 'leader' | 'reviewer' | 'contributor';

export interface ScreenRequest {
  screen: string;
  /** What it asks beside the path, in the words of the table. */
  name: string;
  reader: Reader;
  path: string;
}

/** Ids that exist in the measured workspace. */
export interface Places {
  slug: string;
  /** A task with a submission, and one person's. */
  taskId: string;
  taskNumber: number;
  memberId: string;
  recommendationId: string;
  /** The recommendation with the most tasks. */
  reference: string;
  approvalId: string;
}

const OPEN = 'todo,in_progress,in_approval,changes_requested';

/** Every request that the screens make, and the sorts, counts and searches that a person may ask of their lists. */
export function screenRequests({
  slug,
  taskId,
  taskNumber,
  memberId,
  recommendationId,
  reference,
  approvalId,
}: Places): ScreenRequest[] {
  const w = `/api/v1/workspaces/${slug}`;
  const of = (screen: string, reader: Reader, named: Record<string, string>): ScreenRequest[] =>
    Object.entries(named).map(([name, path]) => ({ screen, name, reader, path }));
  return [
    ...of('frame', 'manager', {
      'who am I': '/api/v1/auth/me',
      workspace: w,
      'unread count': `/api/v1/notifications?workspace=${slug}&unread=true&limit=1`,
      members: `${w}/members?limit=200`,
      teams: `${w}/teams`,
    }),
    ...of('my work', 'contributor', {
      mine: `${w}/tasks?assignee=me&status=${OPEN}&sort=dueOn&limit=200`,
      'to claim': `${w}/tasks?assignee=my-teams&status=${OPEN}&sort=dueOn&limit=200`,
    }),
    ...of('tasks', 'manager', {
      'all of them': `${w}/tasks`,
      'all, counted': `${w}/tasks?count=true`,
      'of one person': `${w}/tasks?assignee=${memberId}`,
      'of one person, to do': `${w}/tasks?assignee=${memberId}&status=todo`,
      'of a recommendation': `${w}/tasks?recommendation=${recommendationId}&count=true`,
      'in approval': `${w}/tasks?status=in_approval&count=true`,
      'due before a day': `${w}/tasks?dueBefore=2026-11-01&count=true`,
      overdue: `${w}/tasks?overdue=true&count=true`,
      'by title': `${w}/tasks?sort=title`,
      'by status': `${w}/tasks?sort=status`,
      'newest first': `${w}/tasks?sort=-createdAt`,
      'last changed first': `${w}/tasks?sort=-updatedAt`,
      'by priority': `${w}/tasks?sort=-priority`,
      'by priority, counted': `${w}/tasks?sort=-priority&count=true`,
      'search, found': `${w}/tasks?q=voter%20roll&count=true`,
      'search, nothing found': `${w}/tasks?q=zzzzqqq&count=true`,
    }),
    ...of('task', 'manager', {
      'by its number': `${w}/tasks?number=${taskNumber}`,
      task: `${w}/tasks/${taskId}`,
      submissions: `${w}/tasks/${taskId}/submissions`,
      evidence: `${w}/evidence?item=${taskId}`,
      activity: `${w}/items/${taskId}/activity?limit=20`,
    }),
    ...of('recommendations', 'manager', {
      'all, counted': `${w}/recommendations?count=true`,
      'by title': `${w}/recommendations?sort=title&count=true`,
      'by target date, last first': `${w}/recommendations?sort=-dueOn&count=true`,
      'by priority': `${w}/recommendations?sort=-priority&count=true`,
      'newest first': `${w}/recommendations?sort=-createdAt&count=true`,
      mine: `${w}/recommendations?owner=me&count=true`,
      overdue: `${w}/recommendations?overdue=true&count=true`,
      'search, nothing found': `${w}/recommendations?q=zzzzqqq&count=true`,
    }),
    ...of('recommendation', 'manager', {
      'by its reference': `${w}/recommendations?reference=${reference}&limit=1`,
      recommendation: `${w}/recommendations/${recommendationId}`,
      tasks: `${w}/tasks?recommendation=${recommendationId}`,
      activity: `${w}/items/${recommendationId}/activity`,
    }),
    ...of('inbox', 'manager', {
      all: `/api/v1/notifications?workspace=${slug}`,
      unread: `/api/v1/notifications?workspace=${slug}&unread=true`,
      'all workspaces, counted': '/api/v1/notifications?count=true',
    }),
    ...of('review', 'reviewer', {
      'waiting for me': `${w}/approvals?mine=true&state=open`,
      'all open, counted': `${w}/approvals?state=open&count=true`,
      'all, last decided first': `${w}/approvals?sort=-decidedAt`,
      'one of them': `${w}/approvals/${approvalId}`,
    }),
    ...of('leadership', 'leader', {
      ...Object.fromEntries(rollupGroupings.map((grouping) => [`by ${grouping}`, `${w}/rollups?groupBy=${grouping}`])),
      series: `${w}/rollups/series?weeks=8`,
      stuck: `${w}/rollups/stuck?limit=50`,
      overdue: `${w}/recommendations?overdue=true&sort=dueOn&limit=8`,
      briefs: `${w}/briefs?limit=200`,
    }),
  ];
}
