import { Injectable } from '@nestjs/common';
import type { OverrideInput, Submission } from '@uptake/contracts';
import type { WorkspaceScope } from '@uptake/platform';
import { MoveRun } from './move-run.js';

@Injectable()
export class OverrideStage {
  constructor(private readonly moveRun: MoveRun) {}

  /**
   * Sets the open stage aside, by those whom the workflow names for it and with a reason that everybody reads: no approval, a
   * verdict of its own. Errors as `MoveRun`; further `request_closed` where that stage is not open, `invalid_state` where it may
   * not be set aside, `not_eligible`, and `separation_of_duties` for who wrote the submission or decided apart from this stage.
   */
  execute(scope: WorkspaceScope, id: string, { stageKey, reason }: OverrideInput): Promise<Submission> {
    return this.moveRun.execute(scope, id, 'submission.override', ({ snapshot }) => {
      const open = snapshot.stageRuns.find((stageRun) => stageRun.stageKey === stageKey && stageRun.state === 'open');
      return { type: 'override', actorId: scope.member.memberId, stageRunId: open?.id ?? '', reason };
    });
  }
}
