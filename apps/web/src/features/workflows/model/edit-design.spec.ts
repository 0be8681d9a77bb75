import { describe, expect, it } from '@jest/globals';
import { type Design, asDesign, earlierStages, isTogether, laterStages, stageOf } from './design.js';
import { addStage, changeStage, moveStage, removeStage } from './edit-design.js';
import { begin, edited, redone, undone } from './edit-history.js';
import { setTogether } from './parallel.js';
import { waysOf } from './ways-of.js';

const empty = (): Design =>
  asDesign({
    format: 1,
    key: 'mine',
    name: { en: 'Mine' },
    subjects: ['update'],
    stages: [
      { kind: 'end', key: 'approved', name: { en: 'Done' }, order: 9 },
      { kind: 'work', key: 'revise', name: { en: 'Write' }, order: 1 },
    ],
  });

/** With approvals 1 to n, each behind the one before. */
const withApprovals = (number: number): Design => {
  let design = empty();
  for (let at = 0; at < number; at += 1) ({ design } = addStage(design, 'approval'));
  return design;
};
const keys = (design: Design) => design.stages.map(({ key }) => key);
const groups = (design: Design) => design.stages.map(({ parallelGroup }) => parallelGroup ?? '-');

describe('a design', () => {
  it('takes new stages between its beginning and its end, or behind the one that is chosen', () => {
    expect(keys(withApprovals(2))).toEqual(['revise', 'approval-1', 'approval-2', 'approved']);
    const { design, key } = addStage(withApprovals(2), 'approval', 'approval-1');
    expect(keys(design)).toEqual(['revise', 'approval-1', 'approval-3', 'approval-2', 'approved']);
    expect(stageOf(design, key)).toMatchObject({ order: 3, excludes: ['submitter', 'editors'], eligibility: [] });
    expect(keys(addStage(withApprovals(1), 'gate', 'approved').design).at(-1)).toBe('approved');
  });

  it('moves stages among each other, and neither its beginning nor its end', () => {
    const design = withApprovals(2);
    expect(keys(moveStage(design, 'approval-2', -1))).toEqual(['revise', 'approval-2', 'approval-1', 'approved']);
    expect(moveStage(design, 'approval-1', -1)).toBe(design);
    expect(moveStage(design, 'approval-2', 1)).toBe(design);
    expect(moveStage(design, 'revise', 1)).toBe(design);
  });

  it('forgets whatever led to a stage that is removed', () => {
    const led = changeStage(withApprovals(3), 'approval-3', {
      separateFrom: ['approval-1', 'approval-2'],
      onReject: { kind: 'return', stage: 'approval-2' },
    });
    const routed = changeStage(led, 'approval-1', {
      onward: { routes: [{ when: 'true', to: 'approval-2' }], otherwise: 'approval-3' },
    });
    const design = removeStage(routed, 'approval-2');
    expect(stageOf(design, 'approval-3')).toMatchObject({ separateFrom: ['approval-1'], onReject: { kind: 'end' } });
    expect(stageOf(design, 'approval-1')).not.toHaveProperty('onward');
    const other = removeStage(routed, 'approval-3');
    expect(stageOf(other, 'approval-1')?.onward).toEqual({
      routes: [{ when: 'true', to: 'approval-2' }],
      otherwise: 'approved',
    });
  });

  it('opens stages together and apart again', () => {
    const pair = setTogether(withApprovals(3), 'approval-2', true);
    expect(groups(pair)).toEqual(['-', 'together-1', 'together-1', '-', '-']);
    const three = setTogether(pair, 'approval-3', true);
    expect(groups(three)).toEqual(['-', 'together-1', 'together-1', 'together-1', '-']);
    expect([isTogether(three, 'approval-1'), isTogether(three, 'approval-2')]).toEqual([false, true]);
    const apart = setTogether(three, 'approval-2', false);
    expect(groups(apart)).toEqual(['-', '-', 'together-2', 'together-2', '-']);
    expect(groups(removeStage(pair, 'approval-1'))).toEqual(['-', '-', '-', '-']);
    expect(groups(moveStage(pair, 'approval-2', 1))).toEqual(['-', '-', '-', '-', '-']);
  });

  it('keeps the way onward at the last of a group', () => {
    const onward = { routes: [{ when: 'true', to: 'approved' }], otherwise: 'approved' };
    const pair = setTogether(changeStage(withApprovals(2), 'approval-1', { onward }), 'approval-2', true);
    expect(stageOf(pair, 'approval-1')).not.toHaveProperty('onward');
    expect(stageOf(pair, 'approval-2')?.onward).toEqual(onward);
  });

  it('leads back to earlier stages and on to later ones, into a group by its first alone', () => {
    const pair = setTogether(withApprovals(3), 'approval-3', true);
    expect(earlierStages(pair, 'approval-2').map(({ key }) => key)).toEqual(['revise', 'approval-1']);
    expect(laterStages(pair, 'approval-1').map(({ key }) => key)).toEqual(['approval-2', 'approved']);
    expect(laterStages(pair, 'approval-3').map(({ key }) => key)).toEqual(['approved']);
    const ways = waysOf(changeStage(pair, 'approval-3', { onReject: { kind: 'return', stage: 'approval-1' } }));
    expect(ways.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
      'revise next approval-1',
      'approval-1 next approval-2',
      'approval-1 next approval-3',
      'approval-2 next approved',
      'approval-3 next approved',
      'approval-3 back approval-1',
    ]);
  });

  it('can be taken back step by step, typing on in one field as one step', () => {
    const first = empty();
    const named = (en: string) => ({ ...first, name: { en } });
    let history = edited(begin(first), named('M'), 'name');
    history = edited(history, named('My'), 'name');
    expect(history.past).toEqual([first]);
    expect(undone(history).present).toBe(first);
    expect(redone(undone(history)).present.name.en).toBe('My');
    expect(edited(undone(history), named('Other')).future).toEqual([]);
    expect(undone(begin(first)).present).toBe(first);
  });
});
