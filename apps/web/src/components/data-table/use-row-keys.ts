import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../lib/keys/use-keys.js';

export interface RowKeys {
  count: number;
  /** Brings the row into view and gives it the focus. */
  focus: (index: number) => void;
  open: ((index: number) => void) | undefined;
  toggle: ((index: number) => void) | undefined;
}

/** J/K, Enter and X over the rows of a list; the row in hand is the one that Tab enters. */
export function useRowKeys({ count, focus, open, toggle }: RowKeys): {
  current: number;
  take: (index: number) => void;
} {
  const { t } = useTranslation();
  const [taken, take] = useState(-1);
  const current = Math.min(taken, count - 1);
  const move = (step: number): void => {
    if (count === 0) return;
    const next = Math.min(count - 1, Math.max(0, current + step));
    take(next);
    focus(next);
  };
  const group = t('keys.list');
  useKeys([
    { combo: 'KeyJ', label: t('keys.next'), group, run: () => move(1) },
    { combo: 'KeyK', label: t('keys.previous'), group, run: () => move(-1) },
    ...(toggle ? [{ combo: 'KeyX', label: t('keys.select'), group, run: () => current >= 0 && toggle(current) }] : []),
  ]);
  useKeys(open ? [{ combo: 'Enter', label: t('keys.open'), group, run: () => current >= 0 && open(current) }] : []);
  return { current, take };
}
