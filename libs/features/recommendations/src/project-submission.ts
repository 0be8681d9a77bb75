import { Injectable } from '@nestjs/common';
import { ClosingFields, ExtensionFields, ResponseFields } from '@uptake/contracts';
import { changesOf, closingOf, keptResponse, readSubmissionFields } from '@uptake/domain';
import {
  AssignmentRepository,
  ItemRepository,
  JudgedItemRepository,
  type JournalEntry,
  RecommendationRecordRepository,
  RecommendationRepository,
  type Transaction,
  journal,
} from '@uptake/persistence';
import type { ApprovedSubmission, WorkspaceScope } from '@uptake/platform';

type Told = Pick<JournalEntry, 'data' | 'personal'>;

/** What an approved submission makes of a recommendation: the only way its record changes. Runs inside the decision's transaction. */
@Injectable()
export class ProjectSubmission {
  constructor(
    private readonly items: ItemRepository,
    private readonly judged: JudgedItemRepository,
    private readonly assignments: AssignmentRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly records: RecommendationRecordRepository,
  ) {}

  async execute(tx: Transaction, scope: WorkspaceScope, approved: ApprovedSubmission): Promise<void> {
    const { itemId, submissionId, kind, recordVersion } = approved;
    const { data, personal } = await this.project(tx, scope, approved);
    await journal(tx, [
      {
        ...scope.actor,
        type: 'recommendation.record-changed',
        subject: { kind: 'recommendation', id: itemId },
        itemId,
        data: { submissionId, submissionKind: kind, recordVersion, ...data },
        ...(personal ? { personal } : {}),
      },
    ]);
  }

  private project(tx: Transaction, scope: WorkspaceScope, approved: ApprovedSubmission): Promise<Told> {
    switch (approved.kind) {
      case 'update':
        return this.update(tx, approved, approved.fields);
      case 'response':
        return this.respond(tx, scope, approved);
      case 'extension':
        return this.extend(tx, scope, approved);
      case 'closing':
        return this.close(tx, scope, approved);
    }
  }

  private async update(tx: Transaction, approved: ApprovedSubmission, fields: Record<string, unknown>): Promise<Told> {
    const { itemId, progress, reportedRating, verifiedRating, ratingReason } = approved;
    const before = await this.records.project(tx, itemId, {
      progress,
      fields,
      reportedRating,
      verifiedRating,
      ratingReason,
    });
    const after = {
      reportedRating: reportedRating ?? before.reportedRating,
      verifiedRating: reportedRating ? verifiedRating : before.verifiedRating,
      progress: progress ?? before.progress,
    };
    return { data: changesOf(before, after), ...(ratingReason ? { personal: { ratingReason } } : {}) };
  }

  private async respond(
    tx: Transaction,
    scope: WorkspaceScope,
    { itemId, submissionId, fields, narrative }: ApprovedSubmission,
  ): Promise<Told> {
    const kept = keptResponse({ ...readSubmissionFields(ResponseFields, fields), reason: narrative });
    const respondedBy = await this.judged.submitterOf(tx, submissionId);
    await this.recommendations.setResponse(tx, itemId, { ...kept, respondedBy }, scope.now());
    return { data: { response: kept.response, respondedBy }, personal: { part: kept.part, reason: kept.reason } };
  }

  private async extend(
    tx: Transaction,
    scope: WorkspaceScope,
    { itemId, fields, narrative }: ApprovedSubmission,
  ): Promise<Told> {
    const { dueOn: to } = readSubmissionFields(ExtensionFields, fields);
    const { due_on: from } = await this.items.get(tx, itemId);
    const { actorId: changedBy, at } = scope.actor;
    await this.assignments.moveDueDate(tx, { itemId, from, to, reason: narrative, changedBy, at });
    return { data: { dueOn: { from, to } } };
  }

  private async close(tx: Transaction, scope: WorkspaceScope, approved: ApprovedSubmission): Promise<Told> {
    const closing = closingOf(approved.itemId, readSubmissionFields(ClosingFields, approved.fields));
    const { data, personal } = await this.update(tx, approved, {});
    await this.records.close(tx, approved.itemId, closing);
    await this.judged.setStatus(tx, approved.itemId, { status: 'closed', lifecycle: 'closed' }, scope.now());
    return {
      data: {
        ...data,
        lifecycle: { from: 'open', to: 'closed' },
        outcome: closing.outcome,
        supersededBy: closing.supersededBy,
      },
      personal: { ...personal, outcomeReason: closing.reason },
    };
  }
}
