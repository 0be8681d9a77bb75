import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AmendmentInput, CancellationInput, OverrideInput, Submission, WithdrawalInput } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { AmendReview } from './amend-review.js';
import { CancelReview } from './cancel-review.js';
import { OverrideStage } from './override-stage.js';
import { ReadSubmissions } from './read-submissions.js';
import { Withdraw } from './withdraw.js';

@ApiTags('submissions')
@Controller('workspaces/:w/submissions')
export class SubmissionsController {
  constructor(
    private readonly readSubmissions: ReadSubmissions,
    private readonly withdrawSubmission: Withdraw,
    private readonly cancelReview: CancelReview,
    private readonly amendReview: AmendReview,
    private readonly overrideStage: OverrideStage,
  ) {}

  @Get(':id')
  @Requires('item.read')
  @Answers(200, Submission)
  get(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.readSubmissions.one(scope, id);
  }

  @Post(':id/withdraw')
  @Requires('submission.withdraw')
  @Answers(200, Submission, ['run_not_active', 'stale_submission'])
  withdraw(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(WithdrawalInput) input: WithdrawalInput) {
    return this.withdrawSubmission.execute(scope, id, input);
  }

  @Post(':id/cancel')
  @Requires('submission.cancel')
  @Answers(200, Submission, ['run_not_active', 'stale_submission'])
  cancel(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(CancellationInput) input: CancellationInput) {
    return this.cancelReview.execute(scope, id, input);
  }

  @Post(':id/amendment')
  @Requires('submission.amend')
  @Answers(200, Submission, [
    'run_not_active',
    'stale_submission',
    'request_closed',
    'already_decided',
    'separation_of_duties',
  ])
  amend(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(AmendmentInput) input: AmendmentInput) {
    return this.amendReview.execute(scope, id, input);
  }

  @Post(':id/override')
  @Requires('submission.override')
  @Answers(200, Submission, [
    'run_not_active',
    'stale_submission',
    'request_closed',
    'invalid_state',
    'not_eligible',
    'separation_of_duties',
  ])
  override(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(OverrideInput) input: OverrideInput) {
    return this.overrideStage.execute(scope, id, input);
  }
}
