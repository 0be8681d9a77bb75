import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Submission, WithdrawalInput } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ReadSubmissions } from './read-submissions.js';
import { Withdraw } from './withdraw.js';

@ApiTags('submissions')
@Controller('workspaces/:w/submissions')
export class SubmissionsController {
  constructor(
    private readonly readSubmissions: ReadSubmissions,
    private readonly withdrawSubmission: Withdraw,
  ) {}

  @Get(':id')
  @Requires('item.read')
  @Answers(200, Submission)
  get(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.readSubmissions.one(scope, id);
  }

  @Post(':id/withdraw')
  @Requires('submission.withdraw')
  @Answers(200, Submission, ['run_not_active'])
  withdraw(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(WithdrawalInput) input: WithdrawalInput) {
    return this.withdrawSubmission.execute(scope, id, input);
  }
}
