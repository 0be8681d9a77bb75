import { Injectable } from '@nestjs/common';
import type { ItemKind, SubmissionInput, SubmissionKind } from '@uptake/contracts';
import { DomainError, type JudgedRevision, submissionInTheWay } from '@uptake/domain';
import {
  EligibilityRepository,
  ItemRepository,
  type ItemRow,
  type LoadedRun,
  OfficialRecordRepository,
  RunRepository,
  SubmissionRepository,
  type Transaction,
  WorkflowRepository,
  newId,
} from '@uptake/persistence';
import { SubmissionHandlers, type WorkspaceScope } from '@uptake/platform';
import { ApplyCommand, type HeldRun } from '../runs/apply-command.js';
import { FollowRun } from '../runs/follow-run.js';
import { presentRecord } from '../runs/record.presenter.js';
import { actionOf } from './action-of.js';
import { CiteEvidence } from './cite-evidence.js';
import { hashContent } from './submission-content.js';

@Injectable()
export class HandIn {
  constructor(
    private readonly items: ItemRepository,
    private readonly runs: RunRepository,
    private readonly submissions: SubmissionRepository,
    private readonly workflows: WorkflowRepository,
    private readonly records: OfficialRecordRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly evidence: CiteEvidence,
    private readonly handlers: SubmissionHandlers,
    private readonly apply: ApplyCommand,
    private readonly follow: FollowRun,
  ) {}

  /**
   * A first revision starts a run; one that is asked for goes on with it. Answers the id of the submission.
   * `submission_under_way` has the id of the submission that is in `current`, `version_conflict` the official record as it stands;
   * `nobody_eligible` and `too_few_eligible`, unless the shortage is accepted, where people are lacking and whom a manager could add
   * (`PeopleLacking`); further `forbidden`, `not_found`, `invalid_input` and what the item's kind refuses.
   */
  execute(scope: WorkspaceScope, itemKind: ItemKind, itemId: string, input: SubmissionInput): Promise<string> {
    const submissionId = newId(scope.now());
    return scope.transaction(async (tx) => {
      await this.eligibility.keepPeople(tx);
      const item = await this.items.lock(tx, itemId, itemKind);
      scope.demand(actionOf(input.kind), await this.items.parts(tx, itemId, scope.member.memberId));
      const underWay = await this.runs.underWay(tx, itemId);
      requireRoom(underWay, input);
      await this.requireBase(tx, item, input);
      const cited = await this.evidence.execute(tx, scope, itemId, input.evidenceIds);
      const { progress = null, rating = null } = input;
      await this.handlers
        .of(itemKind)
        .accept(tx, scope, { itemId, submissionId, kind: input.kind, fields: input.fields, progress, rating });

      const run = await this.runFor(tx, itemId, input.kind, underWay);
      const content = hashContent(itemId, input, cited);
      const judged: JudgedRevision = {
        submissionId,
        revision: (run.snapshot?.run.judged.revision ?? 0) + 1,
        contentHash: content.hash,
        fieldHashes: content.fieldHashes,
        submitterId: scope.member.memberId,
        editorIds: [],
        reportedRating: rating,
        facts: { kind: input.kind, progress, rating, fields: input.fields },
      };
      const { acceptShortage = false } = input;
      const command = run.snapshot
        ? ({ type: 'resubmit', judged, acceptShortage } as const)
        : ({ type: 'submit', runId: newId(scope.now()), subjectId: itemId, judged, acceptShortage } as const);
      const outcome = await this.apply.execute(
        tx,
        scope.actor,
        run,
        command,
        ({ revision, editorIds, submitterId }) => {
          const { kind, narrative, fields, evidenceIds, baseVersion } = input;
          const runId = run.snapshot?.run.id ?? (command as { runId: string }).runId;
          const said = {
            kind,
            narrative,
            fields,
            progress,
            rating,
            baseVersion,
            evidenceIds: [...new Set(evidenceIds)],
          };
          return this.submissions.insert(tx, {
            id: submissionId,
            itemId,
            runId,
            revision,
            editorIds,
            submittedBy: submitterId,
            submittedAt: scope.now(),
            ...said,
            ...content,
          });
        },
      );
      await this.follow.execute(tx, scope, item, run, outcome);
      return submissionId;
    });
  }

  private async requireBase(tx: Transaction, item: ItemRow, input: SubmissionInput): Promise<void> {
    if (input.baseVersion === item.record_version) return;
    const record = await this.records.current(tx, item.id);
    const current = { recordVersion: item.record_version, official: record ? presentRecord(record) : null };
    throw new DomainError('version_conflict', {
      detail: `The official record is at version ${item.record_version} by now: read it and write against it`,
      current,
    });
  }

  private async runFor(
    tx: Transaction,
    itemId: string,
    kind: SubmissionKind,
    underWay: readonly LoadedRun[],
  ): Promise<HeldRun> {
    const awaited = underWay.find((run) => run.kind === kind);
    if (awaited) return this.runs.lock(tx, awaited.snapshot.run.id);
    const published = await this.workflows.publishedFor(tx, kind);
    if (!published) {
      throw new DomainError('invalid_input', {
        errors: [
          {
            path: 'kind',
            code: 'no_workflow',
            message: `No workflow of this workspace judges a submission of kind ${kind}`,
          },
        ],
      });
    }
    const other = underWay.find((run) => run.workflowId === published.workflowId);
    return { itemId, kind, ...published, snapshot: null, otherActiveRunId: other?.snapshot.run.id ?? null };
  }
}

/** A revision over the heads of deciders must say which one it takes the place of: then nobody takes what they never saw by surprise. */
function requireRoom(
  underWay: readonly LoadedRun[],
  { kind, revises }: Pick<SubmissionInput, 'kind' | 'revises'>,
): void {
  const revised = underWay.find((run) => run.kind === kind && run.snapshot.run.judged.submissionId === revises);
  if (revised) return;
  if (revises !== undefined && !underWay.some((run) => run.kind === kind))
    throw new DomainError('run_not_active', { detail: 'What it was to take the place of was decided or withdrawn' });
  const states = underWay.map((run) => ({
    run,
    kind: run.kind,
    state: run.snapshot.run.state === 'active' ? ('active' as const) : ('changes_requested' as const),
  }));
  const inTheWay = submissionInTheWay(states, kind);
  if (!inTheWay) return;
  const detail = `The ${inTheWay.kind} under way has to be decided or withdrawn first`;
  throw new DomainError('submission_under_way', { detail, current: inTheWay.run.snapshot.run.judged.submissionId });
}
