import { describe, expect, it } from '@jest/globals';
import { recommendationAbilities, recommendationHindrances, requireOpen } from './recommendation-hindrances.js';

const open = { ownerId: 'lana', teamId: null, lifecycle: 'open', isUpdateJudged: false } as const;

describe('what the state of a recommendation forbids', () => {
  it('forbids everything once it is closed', () => {
    const hindrances = recommendationHindrances({ ...open, lifecycle: 'closed' });
    for (const ability of recommendationAbilities) expect(hindrances[ability]).toBe('closed');
    expect(() => requireOpen({ lifecycle: 'closed' })).toThrow(expect.objectContaining({ code: 'invalid_state' }));
  });

  it('lets a closing and a second update wait for the update under judgement', () => {
    expect(recommendationHindrances({ ...open, isUpdateJudged: true })).toMatchObject({ submit: 'in_approval', close: 'in_approval', assign: undefined });
  });

  it('has something to claim only from a team', () => {
    expect(recommendationHindrances(open).claim).toBe('already_claimed');
    expect(recommendationHindrances({ ...open, ownerId: null }).claim).toBe('nothing_to_claim');
    expect(recommendationHindrances({ ...open, ownerId: null, teamId: 'elections' }).claim).toBeUndefined();
  });
});
