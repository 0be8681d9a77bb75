import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import {
  EvidenceRepository,
  ItemRepository,
  type NewEvidence,
  type Reader,
  type Transaction,
  journal,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

/** The part that files and links have in common: who may add, which item, the row and its trace. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly items: ItemRepository,
  ) {}

  /** Throws `not_found` for an item one may not see, `forbidden` where one has no part in it, `invalid_state` once it is closed. */
  async demand(reader: Reader, scope: WorkspaceScope, itemId: string): Promise<void> {
    scope.demand('evidence.add', await this.items.parts(reader, itemId, scope.member.memberId));
    const { lifecycle } = await this.items.get(reader, itemId);
    if (lifecycle === 'closed')
      throw new DomainError('invalid_state', { detail: 'This item is closed: what it rests on stays as it is' });
  }

  async execute(tx: Transaction, scope: WorkspaceScope, made: Omit<NewEvidence, 'uploadedBy' | 'at'>): Promise<void> {
    const { actor } = scope;
    await this.demand(tx, scope, made.itemId);
    if (made.versionOf) await this.requireSameItem(tx, scope, made.versionOf, made.itemId);
    await this.evidence.insert(tx, { ...made, uploadedBy: actor.actorId, at: actor.at });
    const { kind, mediaType, size, sha256, versionOf } = made;
    await journal(tx, [
      {
        ...actor,
        type: 'evidence.added',
        subject: { kind: 'evidence', id: made.id },
        itemId: made.itemId,
        data: { kind, mediaType, size, sha256, versionOf },
        personal: { title: made.title, ...(made.url ? { url: made.url } : {}) },
      },
    ]);
  }

  private async requireSameItem(
    tx: Transaction,
    scope: WorkspaceScope,
    versionOf: string,
    itemId: string,
  ): Promise<void> {
    const earlier = await this.evidence.get(tx, versionOf, scope.member.memberId);
    if (earlier.item_id !== itemId) {
      throw new DomainError('invalid_input', {
        errors: [{ path: 'versionOf', code: 'other_item', message: 'That evidence belongs to another item' }],
      });
    }
  }
}
