import { describe, expect, it } from '@jest/globals';
import { type Action, type Part, type Role, actions, parts, roles } from '@uptake/contracts';
import fc from 'fast-check';
import { couldEver, may, rolesThatMay, visibilitiesOf } from './may.js';

const allParts: readonly Part[] = parts;
const but = <T>(all: readonly T[], ...without: T[]): T[] => all.filter((one) => !without.includes(one));

describe('who may do what', () => {
  it.each(roles)('lets a %s who is no approver of the stage decide nothing, whatever else they are', (role) => {
    expect(may({ roles: [role] }, 'approval.decide', but(allParts, 'approver'))).toEqual({ reason: 'not_your_part' });
    expect(may({ roles: [...roles] }, 'approval.decide', but(allParts, 'approver'))).toEqual({
      reason: 'not_your_part',
    });
    expect(may({ roles: [role] }, 'approval.decide', ['approver'])).toBe(true);
  });

  it.each([
    'members.change',
    'teams.change',
    'invitations.change',
    'workspace.change',
    'workflows.create',
    'workflows.choose',
    'mail.read',
  ] as const)('keeps %s for administrators, whose part in an item changes nothing', (action) => {
    expect(may({ roles: ['admin'] }, action)).toBe(true);
    expect(may({ roles: but<Role>(roles, 'admin') }, action, allParts)).toEqual({ reason: 'not_your_role' });
  });

  it.each([
    'briefs.import',
    'briefs.confirm',
    'recommendation.create',
    'recommendation.assign',
    'recommendation.respond',
    'submission.cancel',
    'submission.amend',
    'delegations.arrange',
  ] as const)('keeps %s for administrators and managers', (action) => {
    expect(rolesThatMay(action)).toEqual(['admin', 'manager']);
    expect(may({ roles: ['contributor', 'reviewer', 'leader'] }, action, allParts)).toEqual({
      reason: 'not_your_role',
    });
  });

  it('lets managers close whatever they see, and others propose it where they own or contribute', () => {
    expect(rolesThatMay('recommendation.close')).toEqual(['admin', 'manager']);
    for (const part of parts) {
      const isTheirs = part === 'owner' || part === 'contributor';
      expect(may({ roles: ['contributor'] }, 'recommendation.close', [part])).toEqual(
        isTheirs ? true : { reason: 'not_your_part' },
      );
    }
  });

  it('lets managers change a workflow that was entrusted to them, and no other role', () => {
    expect(rolesThatMay('workflows.change')).toEqual(['admin']);
    expect(may({ roles: ['manager'] }, 'workflows.change', ['designer'])).toBe(true);
    expect(may({ roles: ['manager'] }, 'workflows.change', but(allParts, 'designer'))).toEqual({
      reason: 'not_your_part',
    });
    expect(may({ roles: but<Role>(roles, 'admin', 'manager') }, 'workflows.change', allParts)).toEqual({
      reason: 'not_your_role',
    });
  });

  it('shows the audit trail to administrators and leaders', () => {
    expect(rolesThatMay('audit.read')).toEqual(['admin', 'leader']);
  });

  it.each(['admin', 'manager'] as const)('lets a %s submit only where they own, contribute or are assigned', (role) => {
    expect(may({ roles: [role] }, 'submission.submit')).toEqual({ reason: 'not_your_part' });
    for (const part of ['owner', 'contributor', 'assignee'] as const)
      expect(may({ roles: [role] }, 'submission.submit', [part])).toBe(true);
    for (const part of but<Part>(parts, 'owner', 'contributor', 'assignee'))
      expect(may({ roles: [role] }, 'submission.submit', [part])).not.toBe(true);
  });

  it('lets only the submitter withdraw, and only the team claim', () => {
    expect(may({ roles: [...roles] }, 'submission.withdraw', but(allParts, 'submitter'))).not.toBe(true);
    for (const action of ['recommendation.claim', 'task.claim'] as const)
      expect(may({ roles: [...roles] }, action, but(allParts, 'team'))).not.toBe(true);
  });

  it('lets nobody without a role do anything', () => {
    for (const action of actions) {
      expect(may({ roles: [] }, action, allParts)).toEqual({ reason: 'not_your_role' });
      expect(couldEver({ roles: [] }, action)).toBe(false);
    }
    expect(visibilitiesOf([])).toEqual([]);
  });

  it('opens confidential items by no role, and those of participants to administrators and managers alone', () => {
    expect(visibilitiesOf(roles)).toEqual(['workspace', 'participants']);
    for (const role of ['contributor', 'reviewer', 'leader'] as const)
      expect(visibilitiesOf([role])).toEqual(['workspace']);
  });
});

describe('the rules of the table itself', () => {
  const anyRoles = fc.subarray<Role>([...roles]);
  const anyParts = fc.subarray<Part>([...parts]);
  const anyAction = fc.constantFrom<Action>(...actions);

  it('takes nothing away for one more role or one more part', () => {
    fc.assert(
      fc.property(anyAction, anyRoles, anyRoles, anyParts, anyParts, (action, some, more, few, others) => {
        if (may({ roles: some }, action, few) === true)
          expect(may({ roles: [...some, ...more] }, action, [...few, ...others])).toBe(true);
      }),
    );
  });

  it('lets a guard refuse early only what no part could open', () => {
    fc.assert(
      fc.property(anyAction, anyRoles, (action, some) =>
        expect(couldEver({ roles: some }, action)).toBe(may({ roles: some }, action, allParts) === true),
      ),
    );
  });

  it('names as granting only roles that may by themselves, and all of them', () => {
    for (const action of actions)
      expect(rolesThatMay(action).sort()).toEqual(
        roles.filter((role) => may({ roles: [role] }, action) === true).sort(),
      );
  });

  it('blames the role only when no part would help', () => {
    fc.assert(
      fc.property(anyAction, anyRoles, anyParts, (action, some, few) => {
        const answer = may({ roles: some }, action, few);
        if (answer !== true)
          expect(answer.reason).toBe(couldEver({ roles: some }, action) ? 'not_your_part' : 'not_your_role');
      }),
    );
  });
});
