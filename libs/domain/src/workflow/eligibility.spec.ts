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
    submission: { kind: 'update' as const, progress: 40, rating: null, fields: {} },
    item: null,
  };

  test('resolves roles, teams, named people and owners to active members', () => {
    expect(resolveEligible([{ role: 'reviewer' }], facts)).toEqual(['ada']);
    expect(resolveEligible([{ team: 'legal' }], facts)).toEqual(['cem']);
    expect(resolveEligible([{ members: ['ben', 'dia'] }], facts)).toEqual(['dia']);
    expect(resolveEligible([{ ownerOf: 'item' }], facts)).toEqual(['dia']);
    expect(resolveEligible([{ ownerOf: 'parent' }], facts)).toEqual(['eli']);
  });

  test('resolves conditions over member and submission, of active members alone', () => {
    const rule = { where: '"reviewer" in member.roles && submission.progress < 50' };
    expect(resolveEligible([rule], facts)).toEqual(['ada']);
    expect(resolveEligible([{ where: 'submission.fields.region == "north"' }], facts)).toEqual([]);
    expect(resolveEligible([{ where: '"legal" in member.teamIds' }], facts)).toEqual(['cem']);
  });

  test('names a person once, whichever rules name them', () => {
    expect(resolveEligible([{ role: 'reviewer' }, { members: ['ada'] }, { ownerOf: 'item' }], facts)).toEqual([
      'ada',
      'dia',
    ]);
  });

  test('does not take a stage nobody resolved for a stage without people', () => {
    const stage = approvalStageByKey(updateReview(), 'review');
    expect(() => eligibleNow(stage, { eligible: {}, activeMemberIds: [], item: null })).toThrow('"review"');
    expect(eligibleNow(stage, { eligible: { review: [] }, activeMemberIds: [], item: null })).toEqual([]);
  });
});
