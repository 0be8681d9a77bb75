import type { ApprovalStage, WorkflowDefinition } from '@uptake/contracts';
import { publishVersion, updateReview } from '@uptake/domain';
import { WorkflowRepository, newId, systemContext } from '@uptake/persistence';
import type { ReviewWorld } from './review-world.js';
import { sha256 } from './sha256.js';

const approval = (key: string, order: number, changes: Partial<ApprovalStage>): ApprovalStage => ({
  kind: 'approval',
  key,
  order,
  name: { en: key },
  eligibility: [{ role: 'reviewer' }],
  quorum: { kind: 'any' },
  veto: true,
  separateFrom: [],
  excludes: ['submitter', 'editors'],
  verdicts: ['approve', 'request_changes', 'reject'],
  reasonRequiredFor: [],
  watchedFields: null,
  onReject: { kind: 'end' },
  requestChanges: { returnTo: 'revise' },
  rates: false,
  ...changes,
});

/**
 * Words and figures are judged side by side; what says less than half way done is on the record then, the rest waits for what its
 * item depends on and goes before the board, whose members a condition names.
 */
export function joinedReview(): WorkflowDefinition {
  return {
    ...updateReview(),
    key: 'joined-review',
    stages: [
      { kind: 'work', key: 'revise', order: 1, name: { en: 'Write' } },
      approval('words', 2, { parallelGroup: 'both', watchedFields: ['narrative'] }),
      approval('figures', 3, {
        parallelGroup: 'both',
        watchedFields: ['progress'],
        eligibility: [{ role: 'manager' }],
        onward: { routes: [{ when: 'submission.progress < 50', to: 'done' }], otherwise: 'wait' },
      }),
      { kind: 'gate', key: 'wait', order: 4, name: { en: 'Wait' } },
      approval('board', 5, { eligibility: [{ where: '"leader" in member.roles' }] }),
      { kind: 'end', key: 'done', order: 6, name: { en: 'Done' } },
    ],
  };
}

/** Makes a definition judge the updates of a workspace, instead of what judged them until now. */
export async function judgeBy(world: ReviewWorld, definition: WorkflowDefinition): Promise<void> {
  const { api, here } = world;
  const at = api.clock.now();
  const published = publishVersion({ id: newId(at), number: 1, definition }, sha256);
  if (!published.ok) throw new Error(published.problems.map((found) => found.message).join(' '));
  await api.system.transaction(systemContext(here.id), async (tx) => {
    await tx.query(`UPDATE workflow w SET judges = false WHERE w.workspace_id = $1 AND w.subject = 'update'`, [
      here.id,
    ]);
    const workflow = { id: newId(at), key: definition.key, name: definition.name, subject: 'update' as const, at };
    await new WorkflowRepository().insertPublished(tx, here.id, workflow, published.version);
  });
}
