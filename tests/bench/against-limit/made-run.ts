import { hashContent, journalOfRun } from '@uptake/approvals';
import { runRows } from '@uptake/cli';
import { SubmissionInput } from '@uptake/contracts';
import { type CommandApplied, type RunSnapshot, type WorkflowCommand, applyWorkflowCommand } from '@uptake/domain';
import { type MadeWorkspace, sha256 } from './made-workspace.js';

const DAY = 86_400_000;

export interface OpenRequest {
  id: string;
  memberId: string;
  submissionHash: string;
}

export interface RunPlan {
  itemId: string;
  submitterId: string;
  approverIds: readonly string[];
  narrative: string;
  /** Milliseconds. */
  at: number;
  /** For changes, a day later. */
  isSentBack: boolean;
}

/** A finished task handed in by whoever does it, through the workflow engine: with the rows and the trail of what it made of that. */
export function handInTask(
  made: MadeWorkspace,
  plan: RunPlan,
): { asked: OpenRequest | null; movedAt: number; parts: { memberId: string; part: 'submitter' | 'approver' }[] } {
  const { random, rows, workspaceId, workflow } = made;
  const { itemId, submitterId, at } = plan;
  const submissionId = random.uuid(at);
  const input = SubmissionInput.parse({ narrative: plan.narrative, baseVersion: 0, progress: 100 });
  const content = hashContent(itemId, input, []);
  const judged = {
    submissionId,
    revision: 1,
    contentHash: content.hash,
    fieldHashes: content.fieldHashes,
    submitterId,
    editorIds: [],
    reportedRating: null,
    facts: { kind: input.kind, progress: 100, rating: null, fields: {} },
  };
  const submit = { type: 'submit', runId: random.uuid(at), subjectId: itemId, judged, acceptShortage: false } as const;
  let { state } = move(made, plan, null, submit, submitterId, at);
  const [request] = state.requests;
  if (!request) throw new Error('Nobody was asked about a task that was handed in');
  if (plan.isSentBack) ({ state } = move(made, plan, state, sendBack(state), request.memberId, at + DAY));
  rows.add('submission', {
    workspace_id: workspaceId,
    id: submissionId,
    item_id: itemId,
    run_id: state.run.id,
    kind: input.kind,
    revision: 1,
    base_version: 0,
    narrative: input.narrative,
    progress: 100,
    rating: null,
    editor_ids: state.run.judged.editorIds,
    hash: content.hash,
    field_hashes: content.fieldHashes,
    format_version: content.formatVersion,
    submitted_by: submitterId,
    submitted_at: new Date(at),
  });
  const submissionOf = new Map(state.requests.map(({ id }) => [id, submissionId]));
  const written = runRows({ workspaceId, itemId, workflowId: workflow.id, state, submissionOf });
  rows.add('run', written.run);
  rows.add('stage_run', ...written.stageRuns);
  rows.add('approval_request', ...written.requests);
  rows.add('decision', ...written.decisions);
  return {
    asked: plan.isSentBack ? null : { id: request.id, memberId: request.memberId, submissionHash: content.hash },
    movedAt: plan.isSentBack ? at + DAY : at,
    parts: [
      { memberId: submitterId, part: 'submitter' },
      ...state.requests.map(({ memberId }) => ({ memberId, part: 'approver' as const })),
    ],
  };
}

function sendBack(state: RunSnapshot): WorkflowCommand {
  const [request] = state.requests;
  return {
    type: 'decide',
    requestId: request?.id ?? '',
    actorId: request?.memberId ?? '',
    onBehalfOfId: null,
    verdict: 'request_changes',
    reason: 'Say what was done and by whom',
    subjectHash: state.run.judged.contentHash,
    round: state.run.round,
    verifiedRating: null,
    ratingReason: null,
    channel: 'web',
    idempotencyKey: null,
    signature: null,
  };
}

function move(
  { random, trail, workflow }: MadeWorkspace,
  { itemId, approverIds }: RunPlan,
  before: RunSnapshot | null,
  command: WorkflowCommand,
  actorId: string,
  at: number,
): CommandApplied {
  const outcome = applyWorkflowCommand(workflow.version, before, command, {
    eligible: { review: [...approverIds] },
    activeMemberIds: [...approverIds, actorId],
    now: new Date(at).toISOString(),
    nextId: () => random.uuid(at),
    sha256,
    delegations: [],
    overriders: {},
    otherActiveRunId: null,
    item: null,
    gates: [],
    afterWorkingDays: () => {
      throw new Error('The workflow measured has no deadline');
    },
  });
  if (!outcome.ok) throw new Error(`The engine refused a made ${command.type}: ${outcome.refusal.code}`);
  const { judged } = outcome.state.run;
  const actor = { actorId, at: new Date(at), correlation: `made-${judged.submissionId}` };
  for (const entry of journalOfRun(outcome.events, { itemId, kind: 'update', judged }, actor)) trail.add(entry);
  return outcome;
}
