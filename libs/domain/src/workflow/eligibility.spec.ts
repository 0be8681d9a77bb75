import { describe, expect, test } from '@jest/globals';
import { eligibleNow, resolveEligible } from './eligibility.js';
import { approvalStageByKey } from './stage-order.js';
import { updateReview } from './shipped/update-review.js';

const member = (id: string, rest: object = {}) => ({ id, isActive: true, roles: [], teamIds: [], ...rest });

describe('who is eligible', () => {
  const facts = {
    members: [
      member('ada', { roles: ['reviewer'] }),
      member('ben', { roles: ['reviewer'], isActive: false }),
      member('cem', { teamIds: ['legal'] }),
      member('dia'),
      member('eli', { roles: ['manager'] }),
    ],
    ownerIds: { item: ['dia'], parent: ['eli'] },
  };

  test('resolves roles, teams, named people and owners to active members', () => {
    expect(resolveEligible([{ role: 'reviewer' }], facts)).toEqual(['ada']);
    expect(resolveEligible([{ team: 'legal' }], facts)).toEqual(['cem']);
    expect(resolveEligible([{ members: ['ben', 'dia'] }], facts)).toEqual(['dia']);
    expect(resolveEligible([{ ownerOf: 'item' }], facts)).toEqual(['dia']);
    expect(resolveEligible([{ ownerOf: 'parent' }], facts)).toEqual(['eli']);
  });

  test('names a person once, whichever rules name them', () => {
    expect(resolveEligible([{ role: 'reviewer' }, { members: ['ada'] }, { ownerOf: 'item' }], facts)).toEqual([
      'ada',
      'dia',
    ]);
  });

  test('does not take a stage nobody resolved for a stage without people', () => {
    const stage = approvalStageByKey(updateReview(), 'review');
    expect(() => eligibleNow(stage, { eligible: {}, activeMemberIds: [] })).toThrow('"review"');
    expect(eligibleNow(stage, { eligible: { review: [] }, activeMemberIds: [] })).toEqual([]);
  });
});
