import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { EvidenceRepository, ItemRepository, journal } from '@uptake/persistence';
import { FileStorage, type WorkspaceScope } from '@uptake/platform';

@Injectable()
export class RemoveEvidence {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly items: ItemRepository,
    private readonly storage: FileStorage,
  ) {}

  /** `invalid_state` once a submission cites it. The item is held, as submitting holds it: of a removal and a citation at once, one sees the other. */
  async execute(scope: WorkspaceScope, id: string): Promise<void> {
    const { actor } = scope;
    const { memberId } = scope.member;
    const { item_id: itemId, storage_key: storageKey } = await this.evidence.get(scope.read, id, memberId);
    await scope.transaction(async (tx) => {
      await this.items.lock(tx, itemId);
      const row = await this.evidence.get(tx, id, memberId);
      scope.demand('evidence.remove', row.parts);
      if (row.cited)
        throw new DomainError('invalid_state', { detail: 'A submission cites this evidence: it stays as it is' });
      await this.evidence.remove(tx, id, actor.at);
      await journal(tx, [
        {
          ...actor,
          type: 'evidence.removed',
          subject: { kind: 'evidence', id },
          itemId,
          data: { kind: row.kind, sha256: row.sha256 },
          personal: { title: row.title },
        },
      ]);
    });
    if (storageKey) await scope.afterCommit(() => this.storage.remove(storageKey));
  }
}
