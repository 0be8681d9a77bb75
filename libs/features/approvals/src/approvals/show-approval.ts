import { Injectable } from '@nestjs/common';
import type { Ability, Approval } from '@uptake/contracts';
import { canDecide } from '@uptake/domain';
import {
  ApprovalRepository,
  type ApprovalRow,
  DelegationRepository,
  OfficialRecordRepository,
  type SubmissionRow,
  SubmissionRepository,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentRecord } from '../runs/record.presenter.js';
import type { ShownRun } from '../runs/show-runs.js';
import { ShowSubmissions } from '../submissions/show-submissions.js';
import { presentApproval } from './approval.presenter.js';

@Injectable()
export class ShowApproval {
  constructor(
    private readonly approvals: ApprovalRepository,
    private readonly delegations: DelegationRepository,
    private readonly submissions: SubmissionRepository,
    private readonly records: OfficialRecordRepository,
    private readonly show: ShowSubmissions,
  ) {}

  /** Everything the review screen needs. Throws `not_found`. */
  async execute(scope: WorkspaceScope, id: string): Promise<Approval> {
    const { memberId } = scope.member;
    const row = await this.approvals.get(scope.read, id, memberId);
    const [asked, official] = await Promise.all([
      this.submissions.get(scope.read, row.submission_id, memberId),
      this.records.current(scope.read, row.item_id, row.submission_kind),
    ]);
    const { submissions, runs } = await this.show.several(scope, [asked]);
    const [submission] = submissions;
    const run = runs.get(row.run_id);
    if (!submission || !run) throw new Error(`The run of approval ${id} is not there`);
    const seen = await this.lastSeen(scope, run, asked);
    return presentApproval({
      row,
      run,
      submission,
      official: official ? presentRecord(official) : null,
      seen,
      decide: await this.abilityToDecide(scope, run, row),
      readerMemberId: memberId,
    });
  }

  /** The engine says why not in its own words; the permission table has to agree with a yes. */
  private async abilityToDecide(
    scope: WorkspaceScope,
    run: ShownRun,
    { id: requestId, member, may_act: mayAct, parts }: ApprovalRow,
  ): Promise<Ability> {
    const { memberId: actorId } = scope.member;
    const now = scope.now();
    const isForAnother = mayAct && member.id !== actorId;
    const delegations = isForAnother ? await this.delegations.heldBy(scope.read, actorId, now) : [];
    const given = { requestId, actorId, onBehalfOfId: isForAnother ? member.id : null };
    const people = { ...withStages(run), delegations, now: now.toISOString() };
    const answer = canDecide(run.version, run.snapshot, given, people);
    // who acts for another does so with that one's part
    return answer === true ? scope.can('approval.decide', isForAnother ? ['approver'] : parts) : answer;
  }

  /** The latest earlier revision that this reader decided on: what changed since is what they want to see. */
  private async lastSeen(
    scope: WorkspaceScope,
    { snapshot }: ShownRun,
    asked: SubmissionRow,
  ): Promise<SubmissionRow | undefined> {
    const mine = snapshot.decisions.filter(
      (decision) => decision.actorId === scope.member.memberId && decision.revision < asked.revision,
    );
    const revision = Math.max(0, ...mine.map((decision) => decision.revision));
    const id = asked.revisions.find((candidate) => candidate.revision === revision)?.id;
    return id === undefined ? undefined : this.submissions.get(scope.read, id, scope.member.memberId);
  }
}

// Of a run that has ended nobody is asked who could decide; the engine refuses before it would look.
function withStages({ version, people }: ShownRun): ShownRun['people'] {
  const none = Object.fromEntries(version.definition.stages.map((stage) => [stage.key, []]));
  return { ...people, eligible: { ...none, ...people.eligible } };
}
