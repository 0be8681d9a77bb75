/**
 * Parts what the reader has before them from what arrived above it since: a row that is not known and stands before a
 * known one is an arrival; rows after the last known one were asked for by scrolling.
 */
export function holdBack<Row extends { id: string }>(
  rows: readonly Row[],
  known: ReadonlySet<string>,
): { shown: readonly Row[]; arrived: readonly Row[] } {
  const last = rows.findLastIndex((row) => known.has(row.id));
  const isArrival = (row: Row, index: number): boolean => index < last && !known.has(row.id);
  return { shown: rows.filter((row, index) => !isArrival(row, index)), arrived: rows.filter(isArrival) };
}
