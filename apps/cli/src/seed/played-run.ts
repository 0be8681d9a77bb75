import { hashContent, journalOfRun } from '@uptake/approvals';
import { SubmissionInput, type Verdict } from '@uptake/contracts';
import { type CommandApplied, type RunSnapshot, type WorkflowCommand, applyWorkflowCommand } from '@uptake/domain';
import type { MadeNotices } from './made-notices.js';
import type { RunLeft, RunPlan } from './made-run.js';
import { HOUR, type MadeWorld, sha256 } from './made-world.js';
import { madeNarrative } from './made-words.js';
import { runRows } from './run-rows.js';
import type { SealedTrail } from './sealed-trail.js';

/** One made run on its way through the engine; `write` adds the rows of what became of it. */
export class PlayedRun {
  private readonly revisions: Array<Record<string, unknown>> = [];
  private readonly submissionOf = new Map<string, string>();
  private state: RunSnapshot | null = null;
  private at: number;
  private asked = new Set<string>();

  constructor(
    private readonly world: MadeWorld,
    private readonly trail: SealedTrail,
    private readonly notices: MadeNotices,
    private readonly plan: RunPlan,
  ) {
    this.at = plan.at;
  }

  submit(): void {
    const { random, workspaceId } = this.world;
    const { itemId, submitterId, progress, rating } = this.plan;
    const submissionId = random.uuid(this.at);
    const evidence = random.chance(0.4) ? [this.addLink()] : [];
    const revision = this.revisions.length + 1;
    // a second revision must say something else
    const narrative = `${madeNarrative(random)}${revision > 1 ? ' The tables were counted again.' : ''}`;
    const input = SubmissionInput.parse({
      narrative,
      baseVersion: 0,
      evidenceIds: evidence.map(({ id }) => id),
      ...(progress === null ? {} : { progress }),
      ...(rating ? { rating } : {}),
    });
    const content = hashContent(itemId, input, evidence);
    const judged = {
      submissionId,
      revision,
      contentHash: content.hash,
      fieldHashes: content.fieldHashes,
      submitterId,
      editorIds: [],
      reportedRating: rating,
      facts: { kind: input.kind, progress, rating, fields: {} },
    };
    const applied = this.apply(
      submitterId,
      revision === 1
        ? { type: 'submit', runId: random.uuid(this.at), subjectId: itemId, judged, acceptShortage: false }
        : { type: 'resubmit', judged, acceptShortage: false },
    );
    this.revisions.push({
      workspace_id: workspaceId,
      id: submissionId,
      item_id: itemId,
      run_id: applied.state.run.id,
      kind: input.kind,
      revision,
      base_version: 0,
      narrative: input.narrative,
      progress,
      rating,
      evidence_ids: input.evidenceIds,
      editor_ids: applied.state.run.judged.editorIds,
      hash: content.hash,
      field_hashes: content.fieldHashes,
      format_version: content.formatVersion,
      submitted_by: submitterId,
      submitted_at: new Date(this.at),
    });
    this.moveOn();
  }

  decide(stageKey: string, verdict: Verdict, reason: string | null): void {
    const { random } = this.world;
    const state = this.current();
    const open = state.requests.filter((request) => request.state === 'open');
    const request = random.pick(open);
    const { contentHash } = state.run.judged;
    const rates = stageKey === 'sign-off' && this.plan.rating !== null;
    this.apply(request.memberId, {
      type: 'decide',
      requestId: request.id,
      actorId: request.memberId,
      onBehalfOfId: null,
      verdict,
      reason,
      subjectHash: contentHash,
      round: state.run.round,
      verifiedRating: rates ? this.plan.rating : null,
      ratingReason: null,
      channel: 'web',
      idempotencyKey: null,
      signature: null,
    });
    this.moveOn();
  }

  write(): RunLeft {
    const { rows, workflow, workspaceId } = this.world;
    const state = this.current();
    const made = runRows({
      workspaceId,
      itemId: this.plan.itemId,
      workflowId: workflow.id,
      state,
      submissionOf: this.submissionOf,
    });
    rows.add('run', made.run);
    rows.add('submission', ...this.revisions);
    rows.add('stage_run', ...made.stageRuns);
    rows.add('approval_request', ...made.requests);
    rows.add('decision', ...made.decisions);
    const isApproved = state.run.state === 'approved';
    if (isApproved) this.record(state);
    return {
      isWaiting: state.run.state === 'active',
      recordVersion: isApproved ? 1 : 0,
      movedAt: this.at,
      verifiedRating: state.run.verifiedRating,
      parts: [
        { memberId: this.plan.submitterId, part: 'submitter' },
        ...[...this.asked].map((memberId) => ({ memberId, part: 'approver' as const })),
      ],
    };
  }

  private record(state: RunSnapshot): void {
    const { rows, workspaceId } = this.world;
    const { itemId, progress, rating } = this.plan;
    const last = this.revisions.at(-1);
    const decision = state.decisions.at(-1);
    if (!last || !decision) throw new Error('Approved without a decision');
    rows.add('official_record', {
      workspace_id: workspaceId,
      item_id: itemId,
      version: 1,
      submission_id: last['id'],
      narrative: last['narrative'],
      fields: {},
      progress,
      reported_rating: rating,
      verified_rating: state.run.verifiedRating,
      rating_reason: null,
      approved_by: decision.actorId,
      at: decision.at,
    });
  }

  private apply(actorId: string, command: WorkflowCommand): CommandApplied {
    const { random, workflow, reviewerIds, managerIds } = this.world;
    const outcome = applyWorkflowCommand(workflow.version, this.state, command, {
      eligible: { review: reviewerIds, 'sign-off': managerIds },
      activeMemberIds: [...reviewerIds, ...managerIds, actorId],
      now: new Date(this.at).toISOString(),
      nextId: () => random.uuid(this.at),
      sha256,
      delegations: [],
      overriders: {},
      otherActiveRunId: null,
      item: null,
      gates: [],
      afterWorkingDays: () => {
        throw new Error('The workflow of made runs has no deadline');
      },
    });
    if (!outcome.ok) throw new Error(`The engine refused a made ${command.type}: ${outcome.refusal.code}`);
    this.state = outcome.state;
    const { judged } = outcome.state.run;
    for (const request of outcome.state.requests) {
      if (!this.submissionOf.has(request.id)) this.submissionOf.set(request.id, judged.submissionId);
      this.asked.add(request.memberId);
    }
    this.tell(outcome, actorId);
    return outcome;
  }

  private tell({ events, state }: CommandApplied, actorId: string): void {
    const { itemId, item } = this.plan;
    const { judged } = state.run;
    const askedIds = state.requests.filter((request) => request.state === 'open').map((request) => request.memberId);
    const run = { submitterId: judged.submitterId, editorIds: [judged.submitterId], askedIds };
    for (const entry of journalOfRun(
      events,
      { itemId, kind: 'update', judged },
      { actorId, at: new Date(this.at), correlation: `made-${judged.submissionId}` },
    )) {
      const id = this.trail.add(entry);
      const request = state.requests.find((each) => each.id === entry.subject.id);
      this.notices.tell(id, entry, {
        item,
        run,
        request: request ? { memberId: request.memberId, isOpen: true, delegateIds: [] } : null,
      });
    }
  }

  private addLink(): { id: string; sha256: null; url: string } {
    const { random, rows, workspaceId } = this.world;
    const { itemId, submitterId } = this.plan;
    const link = { id: random.uuid(this.at), sha256: null, url: `https://example.org/minutes/${random.hex(6)}` };
    rows.add('evidence', {
      workspace_id: workspaceId,
      id: link.id,
      item_id: itemId,
      kind: 'link',
      title: 'Minutes of the meeting',
      url: link.url,
      uploaded_by: submitterId,
      created_at: new Date(this.at),
    });
    return link;
  }

  private current(): RunSnapshot {
    if (!this.state) throw new Error('Nothing was handed in');
    return this.state;
  }

  private moveOn(): void {
    this.at += (2 + this.world.random.below(30)) * HOUR;
  }
}
