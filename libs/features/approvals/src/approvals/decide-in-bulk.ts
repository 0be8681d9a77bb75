import { Inject, Injectable } from '@nestjs/common';
import type { BulkDecision, BulkDecisionsInput, BulkDecisionsResult } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { ApprovalRepository } from '@uptake/persistence';
import { LOGGER, type Logger, type WorkspaceScope, domainErrorFrom, problemDocument } from '@uptake/platform';
import { Decide } from './decide.js';

type Result = BulkDecisionsResult['results'][number];

@Injectable()
export class DecideInBulk {
  constructor(
    private readonly decide: Decide,
    private readonly approvals: ApprovalRepository,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * As many single decisions, each whole or not at all, each answered in the order asked with the status and problem that it alone
   * would have got. Under one Idempotency-Key they commit together with it, still one by one whole. They are taken in the order of
   * their items, so that two such requests never wait for each other crosswise.
   */
  async execute(
    scope: WorkspaceScope,
    { decisions }: BulkDecisionsInput,
    idempotencyKey: string | null,
  ): Promise<BulkDecisionsResult> {
    const itemOf = await this.approvals.itemsOf(
      scope.read,
      decisions.map(({ approvalId }) => approvalId),
    );
    const place = ({ approvalId }: BulkDecision) => itemOf.get(approvalId) ?? '';
    const results = new Map<string, Result>();
    for (const one of [...decisions].sort((a, b) => (place(a) < place(b) ? -1 : 1)))
      results.set(one.approvalId, await this.one(scope, one, idempotencyKey));
    return { results: decisions.flatMap(({ approvalId }) => results.get(approvalId) ?? []) };
  }

  private async one(
    scope: WorkspaceScope,
    { approvalId, ...decision }: BulkDecision,
    idempotencyKey: string | null,
  ): Promise<Result> {
    try {
      await this.decide.take(scope, approvalId, decision, {
        // of each decision its own: repeated after the kept answer is gone, each is still answered as it was
        idempotencyKey: idempotencyKey === null ? null : `${idempotencyKey} ${approvalId}`,
        signature: null,
      });
      return { approvalId, status: 200 };
    } catch (error) {
      const known = error instanceof DomainError ? error : domainErrorFrom(error);
      if (!known)
        this.logger.error({ requestId: scope.correlation, err: error }, 'unforeseen failure in a bulk decision');
      const { code, details } = known ?? new DomainError('internal');
      const problem = problemDocument(code, details, scope.correlation);
      return { approvalId, status: problem.status, problem };
    }
  }
}
