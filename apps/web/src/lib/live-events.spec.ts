import { expect, it } from '@jest/globals';
import { eventTypes } from '@uptake/contracts';
import { staleAfter } from './live-events.js';

it.each([...eventTypes])('knows what to read again after %s', (type) => {
  expect(staleAfter(type).length).toBeGreaterThan(0);
});

it('reads tasks and figures again after a decision', () => {
  expect(staleAfter('approval-request.decided')).toEqual(
    expect.arrayContaining(['approvals', 'tasks', 'recommendations', 'rollups']),
  );
});

it('leaves everything alone after a type it does not know', () => {
  expect(staleAfter('comet.sighted')).toEqual([]);
});
