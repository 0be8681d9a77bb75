import { Injectable } from '@nestjs/common';
import type { AmendmentInput, Submission } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { memberRefs } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { MoveRun } from './move-run.js';

@Injectable()
export class AmendReview {
  constructor(private readonly moveRun: MoveRun) {}

  /**
   * Changes who is asked at the open stage: the only way in which the people asked, and with them the required count, change. Whoever
   * is added gets sight of the item with the question. Errors as `MoveRun`; further `request_closed` where that stage is not open,
   * `already_decided` for who has decided there, `separation_of_duties` for the submission's own writers as amenders, `invalid_input`
   * for people who may not judge it, and `not_found` for people of nowhere.
   */
  execute(
    scope: WorkspaceScope,
    id: string,
    { stageKey, addMemberIds, removeMemberIds, reason }: AmendmentInput,
  ): Promise<Submission> {
    return this.moveRun.execute(scope, id, 'submission.amend', async ({ snapshot }, tx) => {
      const named = [...new Set([...addMemberIds, ...removeMemberIds])];
      if ((await memberRefs(tx, named)).size < named.length)
        throw new DomainError('not_found', { detail: 'No such member' });
      const open = snapshot.stageRuns.find((stageRun) => stageRun.stageKey === stageKey && stageRun.state === 'open');
      return {
        type: 'amend-eligibility',
        actorId: scope.member.memberId,
        stageRunId: open?.id ?? '',
        addMemberIds,
        removeMemberIds,
        reason,
      };
    });
  }
}
