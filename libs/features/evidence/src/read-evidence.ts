import { Injectable } from '@nestjs/common';
import type { EvidenceListQuery } from '@uptake/contracts';
import { type EvidenceRow, EvidenceRepository, ItemRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ReadEvidence {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly items: ItemRepository,
  ) {}

  one(scope: WorkspaceScope, id: string): Promise<EvidenceRow> {
    return this.evidence.get(scope.read, id, scope.member.memberId);
  }

  /** What is attached to an item. Throws `not_found` for one that the reader may not see. */
  async ofItem(
    scope: WorkspaceScope,
    query: EvidenceListQuery,
  ): Promise<{ rows: EvidenceRow[]; nextCursor: string | null; total?: number }> {
    await this.items.get(scope.read, query.item);
    const page = await this.evidence.ofItem(scope.read, query.item, scope.member.memberId, query);
    return query.count
      ? { ...page, total: await this.evidence.countOfItem(scope.read, query.item, query.updatedSince) }
      : page;
  }
}
