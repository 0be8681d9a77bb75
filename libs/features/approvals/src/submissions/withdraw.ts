import { Injectable } from '@nestjs/common';
import type { Submission, WithdrawalInput } from '@uptake/contracts';
import type { WorkspaceScope } from '@uptake/platform';
import { MoveRun } from './move-run.js';

@Injectable()
export class Withdraw {
  constructor(private readonly moveRun: MoveRun) {}

  /** Takes the run back with everything that is still asked in it. Errors as `MoveRun`, and `forbidden` for all but its submitter. */
  execute(
    scope: WorkspaceScope,
    id: string,
    { reason = null }: WithdrawalInput | { reason: null },
  ): Promise<Submission> {
    return this.moveRun.execute(scope, id, 'submission.withdraw', () => ({
      type: 'withdraw',
      actorId: scope.member.memberId,
      reason,
    }));
  }
}
