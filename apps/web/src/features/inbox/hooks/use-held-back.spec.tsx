import { expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useHeldBack } from './use-held-back.js';

const rowsOf = (...ids: string[]) => ids.map((id) => ({ id }));
const reads = (ids: string[], isReading: boolean) => ({ rows: rowsOf(...ids), isReading });

function open(ids: string[], isReading: boolean) {
  return renderHook(({ rows, isReading: reading }) => useHeldBack(rows, reading), {
    initialProps: reads(ids, isReading),
  });
}

it('shows the newest to somebody who comes back to an older list', () => {
  const { result, rerender } = open(['b', 'a'], true);
  rerender(reads(['c', 'b', 'a'], false));
  expect(result.current.shown).toEqual(rowsOf('c', 'b', 'a'));
  expect(result.current.arrived).toEqual([]);
});

it('holds back what arrives while the list is being read by its reader, until it is let in', () => {
  const { result, rerender } = open(['b', 'a'], false);
  rerender(reads(['c', 'b', 'a'], true));
  rerender(reads(['c', 'b', 'a'], false));
  expect(result.current.shown).toEqual(rowsOf('b', 'a'));
  expect(result.current.arrived).toEqual(rowsOf('c'));
  act(() => result.current.release());
  expect(result.current.shown).toEqual(rowsOf('c', 'b', 'a'));
});
