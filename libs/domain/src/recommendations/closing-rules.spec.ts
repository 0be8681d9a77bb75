import { describe, expect, it } from '@jest/globals';
import { outcomes } from '@uptake/contracts';
import { closingOf } from './closing-rules.js';
import { keptResponse } from './response-rules.js';

const refusal = (path: string) =>
  expect.objectContaining({ code: 'invalid_input', details: { errors: [expect.objectContaining({ path })] } });

describe('closing a recommendation', () => {
  it.each(outcomes.filter((outcome) => outcome !== 'implemented'))('as %s asks for a reason', (outcome) => {
    expect(() => closingOf('one', { outcome, ...(outcome === 'superseded' ? { supersededBy: 'two' } : {}) })).toThrow(
      refusal('fields.reason'),
    );
  });

  it('as implemented needs none', () => {
    expect(closingOf('one', { outcome: 'implemented' })).toEqual({
      outcome: 'implemented',
      reason: null,
      supersededBy: null,
    });
  });

  it('as superseded names another that takes over', () => {
    expect(() => closingOf('one', { outcome: 'superseded', reason: 'merged' })).toThrow(refusal('fields.supersededBy'));
    expect(() => closingOf('one', { outcome: 'superseded', reason: 'merged', supersededBy: 'one' })).toThrow(
      refusal('fields.supersededBy'),
    );
    expect(() => closingOf('one', { outcome: 'withdrawn', reason: 'moot', supersededBy: 'two' })).toThrow(
      refusal('fields.supersededBy'),
    );
    expect(closingOf('one', { outcome: 'superseded', reason: 'merged', supersededBy: 'two' }).supersededBy).toBe('two');
  });
});

describe('a response', () => {
  it('keeps the accepted part of a partial acceptance alone', () => {
    expect(keptResponse({ response: 'partially_accepted', part: 'the pilot', reason: 'cost' }).part).toBe('the pilot');
    expect(keptResponse({ response: 'accepted', part: 'the pilot', reason: 'agreed' }).part).toBeNull();
  });
});
