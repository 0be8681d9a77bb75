import { Injectable } from '@nestjs/common';
import type { AssignmentInput } from '@uptake/contracts';
import { assign, changesOf, needsPartToSee } from '@uptake/domain';
import {
  AssignmentRepository,
  type ItemRow,
  type RecommendationDetailRow,
  RecommendationRepository,
  type Transaction,
  journal,
  trackRollup,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { HoldRecommendation } from './hold-recommendation.js';

@Injectable()
export class AssignRecommendation {
  constructor(
    private readonly hold: HoldRecommendation,
    private readonly recommendations: RecommendationRepository,
    private readonly assignments: AssignmentRepository,
  ) {}

  /**
   * Owner or team, contributors, target date with its history. What already is as asked changes nothing and is no event.
   * `not_found` for people and teams of nowhere, `invalid_input` for a deactivated one; otherwise as `HoldRecommendation`.
   */
  async execute(scope: WorkspaceScope, id: string, input: AssignmentInput): Promise<RecommendationDetailRow> {
    await scope.transaction(async (tx) => {
      const item = await this.hold.execute(tx, scope, id, 'recommendation.assign', input.version);
      const before = {
        ownerId: item.owner_id,
        teamId: item.team_id,
        dueOn: item.due_on,
        contributorIds: await this.assignments.participants(tx, id, 'contributor'),
      };
      const after = {
        ...assign(before, input),
        dueOn: input.dueOn === undefined ? before.dueOn : input.dueOn,
        contributorIds: input.contributorIds ? [...new Set(input.contributorIds)].sort() : before.contributorIds,
      };
      const data = changesOf(before, after);
      if (Object.keys(data).length === 0) return;
      await this.assignments.requireAssignable(tx, newlyNamed(before, after), after.teamId);
      await this.write(tx, scope, item, after, input.dueReason ?? null);
      const words = input.dueReason ? { personal: { dueReason: input.dueReason } } : {};
      await journal(tx, [
        {
          ...scope.actor,
          type: 'recommendation.assigned',
          subject: { kind: 'recommendation', id },
          itemId: id,
          data,
          ...words,
        },
      ]);
    });
    return this.recommendations.get(scope.read, scope.member.memberId, id);
  }

  private async write(
    tx: Transaction,
    scope: WorkspaceScope,
    item: ItemRow,
    to: Assignment,
    reason: string | null,
  ): Promise<void> {
    const { actorId, at } = scope.actor;
    await trackRollup(tx, [item.id], { at, timeZone: scope.workspace.timeZone }, async () => {
      await this.assignments.addParticipants(tx, item.id, 'contributor', to.contributorIds);
      if (needsPartToSee(scope.roles, item.visibility)) {
        const losing = [
          ...(to.ownerId === actorId ? [] : ['owner']),
          ...(to.contributorIds.includes(actorId) ? [] : ['contributor']),
        ];
        await this.assignments.keepInSight(tx, item, actorId, losing);
      }
      await this.assignments.assign(tx, item, to, at);
      await this.assignments.removeParticipantsBut(tx, item.id, 'contributor', to.contributorIds);
      if (to.dueOn !== item.due_on)
        await this.assignments.noteDueDate(tx, {
          itemId: item.id,
          from: item.due_on,
          to: to.dueOn,
          reason,
          changedBy: actorId,
          at,
        });
    });
  }
}

interface Assignment {
  ownerId: string | null;
  teamId: string | null;
  dueOn: string | null;
  contributorIds: readonly string[];
}

/** People who already have a part keep it, though they may have left since. */
function newlyNamed(before: Assignment, after: Assignment): Array<{ path: string; id: string }> {
  const owner = after.ownerId && after.ownerId !== before.ownerId ? [{ path: 'ownerId', id: after.ownerId }] : [];
  return [
    ...owner,
    ...after.contributorIds
      .filter((id) => !before.contributorIds.includes(id))
      .map((id) => ({ path: 'contributorIds', id })),
  ];
}
