import { AUDIT_FORMAT, GENESIS, type HeadKey, type JournalEntry, commitmentOf, hashOfRow } from '@uptake/persistence';
import type { MadeWorld } from './made-world.js';

/** The audit trail of a made workspace, chained while it is written: the sealer would have to go over every row again. */
export class SealedTrail {
  private waiting: Array<{ id: string; entry: JournalEntry }> = [];
  private sequence = 0;
  private hash = GENESIS;

  constructor(private readonly world: Pick<MadeWorld, 'random' | 'rows' | 'workspaceId' | 'now'>) {}

  /** Answers the entry's id. */
  add(entry: JournalEntry): string {
    const id = this.world.random.uuid(entry.at.getTime());
    this.waiting.push({ id, entry });
    return id;
  }

  /** Chains what has been added since the last time, in the order of its instants. */
  seal(): void {
    const { rows, random, workspaceId } = this.world;
    const inOrder = this.waiting.sort((a, b) => (a.id < b.id ? -1 : 1));
    this.waiting = [];
    for (const { id, entry } of inOrder) {
      const salt = entry.personal ? random.hex(32) : null;
      const row = {
        workspace_id: workspaceId,
        id,
        format: AUDIT_FORMAT,
        type: entry.type,
        at: entry.at,
        actor_id: entry.actorId,
        subject_kind: entry.subject.kind,
        subject_id: entry.subject.id,
        item_id: entry.itemId ?? null,
        correlation: entry.correlation,
        data: entry.data ?? {},
        commitment: salt && entry.personal ? commitmentOf(salt, entry.personal) : null,
      };
      const previous = this.hash;
      this.sequence += 1;
      this.hash = hashOfRow(row, this.sequence, previous);
      rows.add('audit_entry', { ...row, sequence: this.sequence, previous_hash: previous, hash: this.hash });
      if (salt) rows.add('audit_personal', { workspace_id: workspaceId, entry_id: id, salt, data: entry.personal });
    }
  }

  /** The signed head of all that was sealed. */
  sign(key: HeadKey): void {
    const { rows, workspaceId, now } = this.world;
    const head = key.sign({
      workspaceId,
      sequence: this.sequence,
      hash: this.hash,
      sealedAt: new Date(now).toISOString(),
    });
    rows.add('audit_head', {
      workspace_id: workspaceId,
      sequence: head.sequence,
      hash: head.hash,
      sealed_at: head.sealedAt,
      key_id: head.keyId,
      signature: head.signature,
    });
  }
}
