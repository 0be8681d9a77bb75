import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AuditVerification } from '@uptake/contracts';
import {
  type AuditHead,
  type Database,
  HeadKey,
  openDatabase,
  sealAll,
  systemContext,
  verifyChain,
} from '@uptake/persistence';
import { readArguments } from '../read-arguments.js';
import { UsageError } from '../usage-error.js';
import type { RunOnDatabase } from './command.js';

interface HeadFile {
  format: 1;
  heads: AuditHead[];
}

/**
 * Verifies every workspace's chain; exit code 1 when anything does not hold. With `--export FILE` the heads of FILE, if it
 * exists, are checked first (they catch a chain recomputed whole), and the present heads are added to it when all is well.
 */
export const runAuditVerify: RunOnDatabase = async (args, { databaseUrl, appSecret }) => {
  const { values } = readArguments({ args, options: { export: { type: 'string' } } });
  const kept = values.export === undefined ? [] : readHeads(values.export);
  const system = await openDatabase({
    ownerUrl: databaseUrl,
    appSecret,
    as: 'system',
    poolSize: 2,
    applicationName: 'uptake-audit',
  });
  try {
    const key = new HeadKey(appSecret);
    await sealAll(system, key, () => new Date());
    const results = await verifyAll(system, key, kept);
    for (const [slug, result] of results) print(slug, result);
    const ok = results.every(([, result]) => result.ok);
    if (ok && values.export !== undefined)
      keepHeads(
        values.export,
        kept,
        results.map(([, , head]) => head),
      );
    return ok ? 0 : 1;
  } finally {
    await system.close();
  }
};

async function verifyAll(
  system: Database,
  key: HeadKey,
  kept: readonly AuditHead[],
): Promise<Array<[string, AuditVerification, AuditHead | null]>> {
  const workspaces = await system
    .reader(systemContext())
    .query<{ id: string; slug: string }>(`SELECT w.id, w.slug FROM workspace w ORDER BY w.slug`);
  const results: Array<[string, AuditVerification, AuditHead | null]> = [];
  for (const { id, slug } of workspaces) {
    const result = await verifyChain(
      system.reader(systemContext(id)),
      key,
      new Date(),
      kept.filter((head) => head.workspaceId === id),
    );
    results.push([slug, result, result.head ? { workspaceId: id, keyId: key.id, ...result.head } : null]);
  }
  const known = new Set(workspaces.map(({ id }) => id));
  for (const lost of new Set(kept.map((head) => head.workspaceId).filter((id) => !known.has(id)))) {
    results.push([lost, missingWorkspace(lost), null]);
  }
  return results;
}

const missingWorkspace = (id: string): AuditVerification => ({
  ok: false,
  checkedAt: new Date().toISOString(),
  rows: 0,
  notYetSealed: 0,
  head: null,
  faults: [
    { fault: 'missing', sequence: null, entryId: null, detail: `A head was kept of workspace ${id}, which is gone` },
  ],
});

function print(slug: string, result: AuditVerification): void {
  const head = result.head ? `, head ${result.head.hash.slice(0, 12)} at ${result.head.sequence}` : '';
  console.log(
    `${result.ok ? 'ok    ' : 'FAILED'} ${slug}: ${result.rows} rows, ${result.notYetSealed} not yet sealed${head}`,
  );
  for (const fault of result.faults) console.log(`       ${fault.fault}: ${fault.detail}`);
}

function readHeads(file: string): AuditHead[] {
  if (!existsSync(file)) return [];
  try {
    const { format, heads } = JSON.parse(readFileSync(file, 'utf8')) as HeadFile;
    if (format === 1 && Array.isArray(heads)) return heads;
  } catch {
    // falls through: not JSON
  }
  throw new UsageError(`${file} is not a file of exported heads`);
}

function keepHeads(file: string, kept: readonly AuditHead[], present: ReadonlyArray<AuditHead | null>): void {
  const fresh = present
    .filter((head) => head !== null)
    .filter((head) => !kept.some((k) => k.workspaceId === head.workspaceId && k.sequence === head.sequence));
  writeFileSync(file, `${JSON.stringify({ format: 1, heads: [...kept, ...fresh] } satisfies HeadFile, null, 2)}\n`);
  console.log(`heads kept in ${file}`);
}
