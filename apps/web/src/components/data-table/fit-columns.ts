export interface Fitted {
  id: string;
  /** What it needs, in rem. */
  width: number;
  /** Leaves a table that is too narrow, the highest first; stays without it. */
  yields?: number | undefined;
}

/** The columns that have to leave so that the others stand in this room (rem) at the width they need. */
export function leavingColumns(columns: readonly Fitted[], room: number): string[] {
  const leaving: string[] = [];
  let needed = columns.reduce((sum, { width }) => sum + width, 0);
  const willing = columns.filter(({ yields }) => yields !== undefined);
  for (const { id, width } of willing.sort((a, b) => (b.yields ?? 0) - (a.yields ?? 0))) {
    if (needed <= room) break;
    leaving.push(id);
    needed -= width;
  }
  return leaving;
}
