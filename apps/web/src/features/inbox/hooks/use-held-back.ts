import { useMemo, useState } from 'react';
import { holdBack } from './hold-back.js';

/** Keeps a live list where the reader has it; `release` lets in what has arrived meanwhile. */
export function useHeldBack<Row extends { id: string }>(rows: readonly Row[]) {
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
  const { shown, arrived } = useMemo(() => holdBack(rows, known), [rows, known]);
  if (shown.some(({ id }) => !known.has(id))) setKnown(new Set([...known, ...shown.map(({ id }) => id)]));
  const release = (): void => setKnown(new Set(rows.map(({ id }) => id)));
  return { shown, arrived, release };
}
