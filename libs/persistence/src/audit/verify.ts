import type { AuditVerification } from '@uptake/contracts';
import { commitmentOf } from '../journal/commitment.js';
import { AUDIT_FORMAT } from '../journal/journal.js';
import type { Reader } from '../tenancy/transaction.js';
import { type ChainedRow, GENESIS, chainedColumns, hashOfRow } from './chain.js';
import type { AuditHead, HeadKey } from './head-key.js';

type Fault = AuditVerification['faults'][number];
interface SealedRow extends ChainedRow, Record<string, unknown> {
  sequence: string;
  previous_hash: string;
  hash: string;
  salt: string | null;
  personal: unknown;
  erased: boolean;
  worded: boolean;
}
interface HeadRow extends Record<string, unknown> {
  sequence: string;
  hash: string;
  sealed_at: Date;
  key_id: string;
  signature: string;
}

const PAGE = 5_000;
const MOST_FAULTS = 100;

/**
 * Reads one workspace's whole chain and says what does not hold: rows changed, missing, reordered or cut, heads that the key
 * did not sign, personal words that differ from their commitment. `kept` are heads exported earlier: they catch a chain that
 * was recomputed whole. Rows not yet sealed are counted, not judged.
 */
export async function verifyChain(
  reader: Reader,
  key: HeadKey,
  checkedAt: Date,
  kept: readonly AuditHead[] = [],
): Promise<AuditVerification> {
  const faults: Fault[] = [];
  const report = (fault: Fault['fault'], sequence: number | null, entryId: string | null, detail: string): void => {
    if (faults.length < MOST_FAULTS) faults.push({ fault, sequence, entryId, detail });
  };
  const heads = (
    await reader.query<HeadRow>(
      `SELECT h.sequence, h.hash, h.sealed_at, h.key_id, h.signature FROM audit_head h WHERE h.workspace_id = $1 ORDER BY h.sequence`,
      [reader.workspaceId],
    )
  ).map((row): AuditHead => ({
    workspaceId: reader.workspaceId,
    sequence: Number(row.sequence),
    hash: row.hash,
    sealedAt: row.sealed_at.toISOString(),
    keyId: row.key_id,
    signature: row.signature,
  }));
  const expected = new Map<number, Array<{ head: AuditHead; kept: boolean }>>();
  for (const [head, isKept] of [...heads.map((h) => [h, false] as const), ...kept.map((h) => [h, true] as const)]) {
    if (!key.isGenuine(head))
      report(
        'head_forged',
        head.sequence,
        null,
        `The ${isKept ? 'kept ' : ''}head at ${head.sequence} was not signed by this installation's key`,
      );
    expected.set(head.sequence, [...(expected.get(head.sequence) ?? []), { head, kept: isKept }]);
  }

  let place = 0;
  let previous = GENESIS;
  for (let rows = await pageAfter(reader, 0); rows.length > 0; rows = await pageAfter(reader, place)) {
    for (const row of rows) {
      const sequence = Number(row.sequence);
      if (sequence !== place + 1)
        report('missing', place + 1, null, `Rows ${place + 1} to ${sequence - 1} are missing`);
      else if (row.previous_hash !== previous)
        report('reordered', sequence, row.id, `Row ${sequence} does not follow the row before it`);
      if (row.format !== AUDIT_FORMAT)
        report('unknown_format', sequence, row.id, `Row ${sequence} has format ${row.format}`);
      if (hashOfRow(row, sequence, row.previous_hash) !== row.hash)
        report('changed', sequence, row.id, `Row ${sequence} is not what was sealed`);
      checkWords(row, sequence, report);
      for (const { head, kept: isKept } of expected.get(sequence) ?? []) {
        if (head.hash !== row.hash)
          report(
            'head_mismatch',
            sequence,
            row.id,
            `The ${isKept ? 'kept ' : ''}head at ${sequence} names another hash`,
          );
      }
      place = sequence;
      previous = row.hash;
    }
  }
  const furthest = Math.max(0, ...expected.keys());
  if (furthest > place) report('cut', place, null, `The chain ends at ${place}; a head was signed at ${furthest}`);
  const last = heads.at(-1);
  // asked again: the sealer may have gone on since the heads were read
  const reached = await reader.one<{ sequence: number }>(
    `SELECT coalesce(max(h.sequence), 0)::int AS sequence FROM audit_head h WHERE h.workspace_id = $1`,
    [reader.workspaceId],
  );
  if (place > (reached?.sequence ?? 0))
    report('cut', place, null, `The chain reaches ${place}; its last head stands at ${reached?.sequence ?? 0}`);
  await findUnwritten(reader, report);
  const counts = await reader.one<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM audit_entry a WHERE a.workspace_id = $1 AND a.sequence IS NULL`,
    [reader.workspaceId],
  );
  return {
    ok: faults.length === 0,
    checkedAt: checkedAt.toISOString(),
    rows: place,
    notYetSealed: counts?.waiting ?? 0,
    head: last
      ? { sequence: last.sequence, hash: last.hash, signature: last.signature, sealedAt: last.sealedAt }
      : null,
    faults,
  };
}

function pageAfter(reader: Reader, sequence: number): Promise<SealedRow[]> {
  return reader.query<SealedRow>(
    `SELECT ${chainedColumns}, a.sequence, a.previous_hash, a.hash, p.salt, p.data AS personal, p.erased_at IS NOT NULL AS erased, p.entry_id IS NOT NULL AS worded
     FROM audit_entry a LEFT JOIN audit_personal p ON p.workspace_id = a.workspace_id AND p.entry_id = a.id
     WHERE a.workspace_id = $1 AND a.sequence > $2 ORDER BY a.sequence LIMIT ${PAGE}`,
    [reader.workspaceId, sequence],
  );
}

function checkWords(
  row: SealedRow,
  sequence: number,
  report: (fault: Fault['fault'], sequence: number, id: string, detail: string) => void,
): void {
  if (row.erased) return;
  const holds =
    row.commitment === null
      ? !row.worded
      : row.worded && row.salt !== null && commitmentOf(row.salt, row.personal) === row.commitment;
  if (!holds)
    report('personal_changed', sequence, row.id, `The words of row ${sequence} are not those it was sealed with`);
}

/** Every outbox event has the audit row of the same id: one deleted before it was sealed is found by its event. */
async function findUnwritten(
  reader: Reader,
  report: (fault: Fault['fault'], sequence: null, id: string, detail: string) => void,
): Promise<void> {
  const rows = await reader.query<{ id: string }>(
    `SELECT o.id FROM outbox_event o WHERE o.workspace_id = $1 AND o.type <> 'notification.created'
       AND NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.workspace_id = o.workspace_id AND a.id = o.id) LIMIT ${MOST_FAULTS}`,
    [reader.workspaceId],
  );
  for (const row of rows) report('missing', null, row.id, `An event was recorded without its audit row`);
}
