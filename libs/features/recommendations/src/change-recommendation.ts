import { Injectable } from '@nestjs/common';
import type { Priority, RecommendationChange, RecommendationKind, Visibility } from '@uptake/contracts';
import { changesOf, namedIn } from '@uptake/domain';
import {
  AssignmentRepository,
  type RecommendationDetailRow,
  RecommendationRepository,
  type Transaction,
  journal,
  trackRollup,
} from '@uptake/persistence';
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
   * they serve. Whoever restricts it stays named in it. What already is as asked is no event. Errors as `HoldRecommendation`.
   */
  async execute(scope: WorkspaceScope, id: string, input: RecommendationChange): Promise<RecommendationDetailRow> {
    await scope.transaction(async (tx) => {
      await this.hold.execute(tx, scope, id, 'recommendation.change', input.version);
      const row = await this.recommendations.get(tx, scope.member.memberId, id);
      const before = stateOf(row);
      const after = wanted(before, input, { ...scope.member, parts: row.parts });
      const { title, ...data } = changesOf(before, after);
      if (!title && Object.keys(data).length === 0) return;
      const newcomers = after.namedMemberIds.filter((member) => !before.namedMemberIds.includes(member));
      await this.assignments.requireAssignable(
        tx,
        newcomers.map((member) => ({ path: 'namedMemberIds', id: member })),
        null,
      );
      const taskIds = data.visibility ? await this.recommendations.lockTasks(tx, id) : [];
      await this.write(tx, scope, id, after, taskIds);
      if (data.addresseeIds) await this.recommendations.replaceAddressees(tx, id, after.addresseeIds);
      await journal(tx, [
        {
          ...scope.actor,
          type: 'recommendation.changed',
          subject: { kind: 'recommendation', id },
          itemId: id,
          data,
          ...(title ? { personal: { title } } : {}),
        },
        ...taskIds.map((taskId) => ({
          ...scope.actor,
          type: 'task.changed' as const,
          subject: { kind: 'task', id: taskId },
          itemId: taskId,
          data: { visibility: data.visibility },
        })),
      ]);
    });
    return this.recommendations.get(scope.read, scope.member.memberId, id);
  }

  /** In this order the writer never loses sight of what they write: first the names, then the curtain, then who leaves. */
  private async write(
    tx: Transaction,
    scope: WorkspaceScope,
    id: string,
    to: State,
    taskIds: readonly string[],
  ): Promise<void> {
    const at = scope.now();
    await trackRollup(tx, [id, ...taskIds], { at, timeZone: scope.workspace.timeZone }, async () => {
      await this.assignments.addParticipants(tx, id, 'named', to.namedMemberIds);
      await this.recommendations.change(tx, id, to, at);
      if (taskIds.length > 0) await this.recommendations.setTaskVisibility(tx, taskIds, to.visibility, at);
      await this.assignments.removeParticipantsBut(tx, id, 'named', to.namedMemberIds);
    });
  }
}

interface State {
  title: string;
  kind: RecommendationKind;
  priority: Priority;
  visibility: Visibility;
  namedMemberIds: string[];
  addresseeIds: string[];
}

const stateOf = (row: RecommendationDetailRow): State => ({
  title: row.title,
  kind: row.kind,
  priority: row.priority,
  visibility: row.visibility,
  namedMemberIds: row.named.map((member) => member.id).sort(),
  addresseeIds: row.addressees.map((party) => party.id),
});

function wanted(before: State, input: RecommendationChange, actor: Parameters<typeof namedIn>[2]): State {
  const visibility = input.visibility ?? before.visibility;
  return {
    title: input.title ?? before.title,
    kind: input.kind ?? before.kind,
    priority: input.priority ?? before.priority,
    visibility,
    namedMemberIds: namedIn(visibility, input.namedMemberIds ?? before.namedMemberIds, actor).sort(),
    addresseeIds: input.addresseeIds ? [...new Set(input.addresseeIds)] : before.addresseeIds,
  };
}
