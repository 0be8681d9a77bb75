import { Injectable } from '@nestjs/common';
import type { RecommendationChange, Visibility } from '@uptake/contracts';
import { changesOf, namedIn } from '@uptake/domain';
import { AssignmentRepository, type ItemRow, type RecommendationDetailRow, RecommendationRepository, type Transaction, journal, trackRollup } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { HoldRecommendation } from './hold-recommendation.js';

@Injectable()
export class ChangeRecommendation {
  constructor(
    private readonly hold: HoldRecommendation,
    private readonly recommendations: RecommendationRepository,
    private readonly assignments: AssignmentRepository,
  ) {}

  /**
   * Title, kind, priority, addressees, and who may see it. Its tasks follow its visibility: they are never more open than what
   * they serve. Whoever restricts it stays named in it. Errors as `HoldRecommendation` throws them.
   */
  async execute(scope: WorkspaceScope, id: string, input: RecommendationChange): Promise<RecommendationDetailRow> {
    const { at } = scope.actor;
    await scope.transaction(async (tx) => {
      const item = await this.hold.execute(tx, scope, id, 'recommendation.change', input.version);
      const before = await this.recommendations.get(tx, scope.member.memberId, id);
      const to = { title: input.title ?? item.title, priority: input.priority ?? before.priority, visibility: input.visibility ?? item.visibility, kind: input.kind ?? before.kind };
      const taskIds = to.visibility === item.visibility ? [] : await this.recommendations.lockTasks(tx, id);
      const namedBefore = before.named.map((member) => member.id);
      const named = namedIn(to.visibility, input.namedMemberIds ?? namedBefore, scope.member);
      await this.assignments.requireAssignable(tx, named.filter((member) => !namedBefore.includes(member)).map((member) => ({ path: 'namedMemberIds', id: member })), null);

      await trackRollup(tx, [id, ...taskIds], { at, timeZone: scope.workspace.timeZone }, async () => {
        // in this order the writer never loses sight of what they write: first the names, then the curtain, then who leaves
        await this.assignments.addParticipants(tx, id, 'named', named);
        await this.recommendations.change(tx, id, to, at);
        if (taskIds.length > 0) await this.recommendations.setTaskVisibility(tx, taskIds, to.visibility, at);
        await this.assignments.removeParticipantsBut(tx, id, 'named', named);
      });
      if (input.addresseeIds) await this.recommendations.replaceAddressees(tx, id, input.addresseeIds);
      await this.record(tx, scope, { item, before, to, named, taskIds, addresseeIds: input.addresseeIds });
    });
    return this.recommendations.get(scope.read, scope.member.memberId, id);
  }

  private async record(tx: Transaction, scope: WorkspaceScope, change: Change): Promise<void> {
    const { item, before, to, named, taskIds, addresseeIds } = change;
    const addressees = before.addressees.map((party) => party.id);
    const data = changesOf(
      { kind: before.kind, priority: before.priority, visibility: item.visibility, namedMemberIds: before.named.map((member) => member.id).sort(), addresseeIds: addressees },
      { kind: to.kind, priority: to.priority, visibility: to.visibility, namedMemberIds: [...named].sort(), addresseeIds: addresseeIds ?? addressees },
    );
    const personal = to.title === item.title ? {} : { personal: { title: { from: item.title, to: to.title } } };
    const visibility = { from: item.visibility, to: to.visibility };
    await journal(tx, [
      { ...scope.actor, type: 'recommendation.changed', subject: { kind: 'recommendation', id: item.id }, itemId: item.id, data, ...personal },
      ...taskIds.map((taskId) => ({ ...scope.actor, type: 'task.changed' as const, subject: { kind: 'task', id: taskId }, itemId: taskId, data: { visibility } })),
    ]);
  }
}

interface Change {
  item: ItemRow;
  before: RecommendationDetailRow;
  to: { title: string; priority: string; visibility: Visibility; kind: string };
  named: readonly string[];
  taskIds: readonly string[];
  addresseeIds: readonly string[] | undefined;
}
