import { expect, it } from '@jest/globals';
import { leavingColumns } from './fit-columns.js';

const columns = [
  { id: 'reference', width: 6 },
  { id: 'title', width: 18 },
  { id: 'owner', width: 10, yields: 1 },
  { id: 'kind', width: 10, yields: 3 },
  { id: 'status', width: 8, yields: 2 },
];

it('keeps every column where there is room for all', () => expect(leavingColumns(columns, 52)).toEqual([]));
it('lets the most willing go first, and no more than it must', () => {
  expect(leavingColumns(columns, 51.9)).toEqual(['kind']);
  expect(leavingColumns(columns, 40)).toEqual(['kind', 'status']);
});
it('never lets go of what does not yield, however narrow it is', () =>
  expect(leavingColumns(columns, 5)).toEqual(['kind', 'status', 'owner']));
