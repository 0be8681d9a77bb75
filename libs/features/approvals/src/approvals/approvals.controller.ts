import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Approval, ApprovalListQuery, ApprovalSummary, DecisionInput, page } from '@uptake/contracts';
import {
  Answers,
  BodyOf,
  type Browser,
  BrowserOf,
  IdParam,
  IdempotencyKey,
  QueryOf,
  Requires,
  Scoped,
  type WorkspaceScope,
} from '@uptake/platform';
import { Decide } from './decide.js';
import { ListApprovals } from './list-approvals.js';
import { ShowApproval } from './show-approval.js';

@ApiTags('approvals')
@Controller('workspaces/:w/approvals')
export class ApprovalsController {
  constructor(
    private readonly listApprovals: ListApprovals,
    private readonly showApproval: ShowApproval,
    private readonly decideApproval: Decide,
  ) {}

  @Get()
  @Requires('approval.read')
  @Answers(200, page(ApprovalSummary))
  list(@Scoped() scope: WorkspaceScope, @QueryOf(ApprovalListQuery) query: ApprovalListQuery) {
    return this.listApprovals.execute(scope, query);
  }

  @Get(':id')
  @Requires('approval.read')
  @Answers(200, Approval)
  get(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.showApproval.execute(scope, id);
  }

  @Post(':id/decision')
  @Requires('approval.decide')
  @Answers(200, Approval, [
    'already_decided',
    'request_closed',
    'stale_submission',
    'not_eligible',
    'separation_of_duties',
    'reason_required',
    'rating_required',
    'rating_reason_required',
    'signature_required',
    'signature_invalid',
    'idempotency_mismatch',
    'invalid_state',
  ])
  decide(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @BodyOf(DecisionInput) input: DecisionInput,
    @IdempotencyKey() idempotencyKey: string | null,
    @BrowserOf() browser: Browser,
  ) {
    return this.decideApproval.execute(scope, id, input, idempotencyKey, browser.address);
  }
}
