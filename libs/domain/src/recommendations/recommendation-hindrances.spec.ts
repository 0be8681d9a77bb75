import { describe, expect, it } from '@jest/globals';
import { recommendationAbilities, recommendationHindrances, requireOpen } from './recommendation-hindrances.js';

const open = { ownerId: 'lana', teamId: null, lifecycle: 'open', underWay: [] } as const;

describe('what the state of a recommendation forbids', () => {
  it('forbids everything once it is closed', () => {
    const hindrances = recommendationHindrances({ ...open, lifecycle: 'closed' });
    for (const ability of recommendationAbilities) expect(hindrances[ability]).toBe('closed');
    expect(() => requireOpen({ lifecycle: 'closed' })).toThrow(expect.objectContaining({ code: 'invalid_state' }));
  });

  it('lets a closing and a second update wait for the update under judgement', () => {
    const hindrances = recommendationHindrances({ ...open, underWay: [{ kind: 'update', state: 'active' }] });
    expect(hindrances).toMatchObject({ submit: 'in_approval', close: 'in_approval', assign: undefined });
  });

  it('lets an update that was sent back be revised, while the closing still waits for it', () => {
    const hindrances = recommendationHindrances({
      ...open,
      underWay: [{ kind: 'update', state: 'changes_requested' }],
    });
    expect(hindrances).toMatchObject({ submit: undefined, close: 'in_approval' });
  });

  it('lets an update go on beside an extension, and nothing beside a closing', () => {
    expect(recommendationHindrances({ ...open, underWay: [{ kind: 'extension', state: 'active' }] })).toMatchObject({
      submit: undefined,
      extend: 'in_approval',
      close: 'in_approval',
    });
    expect(recommendationHindrances({ ...open, underWay: [{ kind: 'closing', state: 'active' }] })).toMatchObject({
      submit: 'in_approval',
      extend: 'in_approval',
      close: 'in_approval',
    });
    expect(
      recommendationHindrances({ ...open, underWay: [{ kind: 'closing', state: 'changes_requested' }] }),
    ).toMatchObject({ submit: 'in_approval', close: undefined });
  });

  it('has something to claim only from a team', () => {
    expect(recommendationHindrances(open).claim).toBe('already_claimed');
    expect(recommendationHindrances({ ...open, ownerId: null }).claim).toBe('nothing_to_claim');
    expect(recommendationHindrances({ ...open, ownerId: null, teamId: 'elections' }).claim).toBeUndefined();
  });
});
