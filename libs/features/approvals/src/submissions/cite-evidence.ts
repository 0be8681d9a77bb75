import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { EvidenceRepository, type EvidenceRow, type Transaction } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class CiteEvidence {
  constructor(private readonly evidence: EvidenceRepository) {}

  /** The evidence that a submission names. Unknown or unseen ids are `not_found`; what is another item's is `invalid_input`. */
  async execute(
    tx: Transaction,
    scope: WorkspaceScope,
    itemId: string,
    ids: readonly string[],
  ): Promise<EvidenceRow[]> {
    if (ids.length === 0) return [];
    const rows = new Map(
      (await this.evidence.byIds(tx, ids, scope.member.memberId))
        .filter((row) => !row.removed)
        .map((row) => [row.id, row]),
    );
    const errors = ids.flatMap((id, index) => {
      const row = rows.get(id);
      if (!row) throw new DomainError('not_found', { detail: `No evidence ${id}` });
      return row.item_id === itemId
        ? []
        : [{ path: `evidenceIds.${index}`, code: 'other_item', message: 'This evidence belongs to another item' }];
    });
    if (errors.length > 0) throw new DomainError('invalid_input', { errors });
    return [...rows.values()];
  }
}
