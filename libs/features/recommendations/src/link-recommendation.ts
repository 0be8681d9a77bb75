import { Injectable } from '@nestjs/common';
import type { LinksInput, StatementKind } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type RecommendationDetailRow, RecommendationRepository, type Transaction, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { HoldRecommendation } from './hold-recommendation.js';

@Injectable()
export class LinkRecommendation {
  constructor(
    private readonly hold: HoldRecommendation,
    private readonly recommendations: RecommendationRepository,
  ) {}

  /** The issues it addresses and the interests it serves, as a whole. An interest among the issues is named in `errors`. */
  async execute(scope: WorkspaceScope, id: string, input: LinksInput): Promise<RecommendationDetailRow> {
    const { actor } = scope;
    await scope.transaction(async (tx) => {
      await this.hold.execute(tx, scope, id, 'recommendation.link', input.version);
      const wanted = [...new Set([...input.addresses, ...input.serves])].sort();
      await this.requireKinds(tx, input, wanted);
      const before = await this.recommendations.statementIds(tx, id);
      if (before.join() === wanted.join()) return;
      await this.recommendations.replaceStatements(tx, id, wanted, actor.at);
      await journal(tx, [
        {
          ...actor,
          type: 'recommendation.linked',
          subject: { kind: 'recommendation', id },
          itemId: id,
          data: { statementIds: { from: before, to: wanted } },
        },
      ]);
    });
    return this.recommendations.get(scope.read, actor.actorId, id);
  }

  private async requireKinds(tx: Transaction, input: LinksInput, ids: readonly string[]): Promise<void> {
    const kinds = await this.recommendations.statementKinds(tx, ids);
    if (ids.some((id) => !kinds.has(id))) throw new DomainError('not_found', { detail: 'No such issue or interest' });
    const misplaced = (field: 'addresses' | 'serves', kind: StatementKind) =>
      input[field].flatMap((id, k) =>
        kinds.get(id) === kind ? [] : [{ path: `${field}.${k}`, code: 'wrong_kind', message: `This is no ${kind}` }],
      );
    const errors = [...misplaced('addresses', 'issue'), ...misplaced('serves', 'interest')];
    if (errors.length > 0) throw new DomainError('invalid_input', { errors });
  }
}
