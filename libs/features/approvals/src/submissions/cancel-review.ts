import { Injectable } from '@nestjs/common';
import type { CancellationInput, Submission } from '@uptake/contracts';
import type { WorkspaceScope } from '@uptake/platform';
import { MoveRun } from './move-run.js';

@Injectable()
export class CancelReview {
  constructor(private readonly moveRun: MoveRun) {}

  /** Stops a run from outside: nobody is asked any more, the record stays as it was, its writers hear why. Errors as `MoveRun`. */
  execute(scope: WorkspaceScope, id: string, { reason }: CancellationInput): Promise<Submission> {
    return this.moveRun.execute(scope, id, 'submission.cancel', () => ({
      type: 'cancel',
      actorId: scope.member.memberId,
      reason,
    }));
  }
}
