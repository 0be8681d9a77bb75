import type { ApprovalRequest, Decision, Override, Run, RunSnapshot, StageRun, Timer } from './run-snapshot.js';

export interface RowChanges<Row> {
  readonly inserted: readonly Row[];
  readonly updated: readonly Row[];
}

/** What a shell has to write so that the rows say what the state says. Rows are never deleted. */
export interface RunChanges {
  /** Null when nothing happened. */
  readonly run: { readonly kind: 'inserted' | 'updated'; readonly row: Run } | null;
  readonly stageRuns: RowChanges<StageRun>;
  readonly requests: RowChanges<ApprovalRequest>;
  /** Append-only: decisions and overrides are inserted alone. */
  readonly decisions: readonly Decision[];
  readonly overrides: readonly Override[];
  readonly timers: RowChanges<Timer>;
}

/**
 * Compares by identity: `after` must come of `before` through the engine, which keeps every row it does not touch. The
 * order in each list is the order of making.
 */
export function changesBetween(before: RunSnapshot | null, after: RunSnapshot): RunChanges {
  const run = before?.run === after.run ? null : ({ kind: before ? 'updated' : 'inserted', row: after.run } as const);
  return {
    run,
    stageRuns: rowChanges(before?.stageRuns ?? [], after.stageRuns),
    requests: rowChanges(before?.requests ?? [], after.requests),
    decisions: rowChanges(before?.decisions ?? [], after.decisions).inserted,
    overrides: rowChanges(before?.overrides ?? [], after.overrides).inserted,
    timers: rowChanges(before?.timers ?? [], after.timers),
  };
}

function rowChanges<Row extends { readonly id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): RowChanges<Row> {
  const known = new Map(before.map((row) => [row.id, row]));
  return {
    inserted: after.filter((row) => !known.has(row.id)),
    updated: after.filter((row) => known.has(row.id) && known.get(row.id) !== row),
  };
}
