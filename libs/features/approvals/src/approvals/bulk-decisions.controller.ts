import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BulkDecisionsInput, BulkDecisionsResult } from '@uptake/contracts';
import { Answers, BodyOf, IdempotencyKey, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { DecideInBulk } from './decide-in-bulk.js';

@ApiTags('approvals')
@Controller('workspaces/:w/bulk-decisions')
export class BulkDecisionsController {
  constructor(private readonly decideInBulk: DecideInBulk) {}

  /** Each of them stands or falls alone: look at every result. What has to be signed is decided one by one. */
  @Post()
  @Requires('approval.decide')
  @Answers(200, BulkDecisionsResult, ['idempotency_mismatch', 'idempotency_in_progress', 'invalid_csrf_token'])
  decide(
    @Scoped() scope: WorkspaceScope,
    @BodyOf(BulkDecisionsInput) input: BulkDecisionsInput,
    @IdempotencyKey() idempotencyKey: string | null,
  ) {
    return this.decideInBulk.execute(scope, input, idempotencyKey);
  }
}
