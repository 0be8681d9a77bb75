import { useMemo, useState } from 'react';
import { holdBack } from './hold-back.js';

/**
 * Keeps a live list where the reader has it; `release` lets in what has arrived meanwhile. Somebody who comes to the list
 * sees the newest: nothing is held back until it has been read once (`isReading` is over).
 */
export function useHeldBack<Row extends { id: string }>(rows: readonly Row[], isReading: boolean) {
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
  const [holds, setHolds] = useState(false);
  const { shown, arrived } = useMemo(
    () => (holds ? holdBack(rows, known) : { shown: rows, arrived: [] }),
    [holds, rows, known],
  );
  if (shown.some(({ id }) => !known.has(id))) setKnown(new Set([...known, ...shown.map(({ id }) => id)]));
  if (!holds && !isReading) setHolds(true);
  const release = (): void => setKnown(new Set(rows.map(({ id }) => id)));
  return { shown, arrived, release };
}
