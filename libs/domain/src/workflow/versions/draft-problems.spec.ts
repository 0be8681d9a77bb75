import { describe, expect, it } from '@jest/globals';
import type { DraftDefinition } from '@uptake/contracts';
import { reviewDraft } from './testing/drafts.fixture.js';
import { peopleNamedIn, problemsOfDraft } from './draft-problems.js';
import { emptyDefinition } from './empty-definition.js';
import { keyOfName } from './key-of-name.js';

const nobody = { memberIds: new Set<string>(), teamIds: new Set<string>() };
const someone = '0198c0de-0000-7000-8000-000000000001';

function changed(change: object): DraftDefinition {
  const draft = reviewDraft();
  return { ...draft, stages: draft.stages.map((stage) => (stage.key === 'review' ? { ...stage, ...change } : stage)) };
}
const codes = (draft: DraftDefinition) => problemsOfDraft(draft, nobody).map(({ code, path }) => [code, path]);

describe('the problems of a draft', () => {
  it('are none where it can be published', () => expect(problemsOfDraft(reviewDraft(), nobody)).toEqual([]));

  it('say of an empty one that nobody decides', () => {
    const draft = emptyDefinition('mine', { en: 'Mine' }, 'update');
    expect(problemsOfDraft(draft, nobody)).toEqual([
      expect.objectContaining({ code: 'no_approval', stageKey: null, path: '' }),
    ]);
  });

  it.each<[string, object, string]>([
    ['name_missing', { name: { en: ' ' } }, 'stages.1.name.en'],
    ['nobody_asked', { eligibility: [] }, 'stages.1.eligibility'],
    ['nobody_asked', { eligibility: undefined }, 'stages.1.eligibility'],
    ['rule_incomplete', { eligibility: [{ members: [] }] }, 'stages.1.eligibility.0.members'],
    ['quorum_incomplete', { quorum: { kind: 'n', count: null } }, 'stages.1.quorum.count'],
    ['approve_not_offered', { verdicts: [] }, 'stages.1.verdicts'],
    ['reject_goes_nowhere', { onReject: { kind: 'return' } }, 'stages.1.onReject.stage'],
    [
      'deadline_incomplete',
      { deadline: { workingDays: 0, remindAfter: [], onTimeout: 'expire' } },
      'stages.1.deadline.workingDays',
    ],
    [
      'route_incomplete',
      { onward: { routes: [{ when: '', to: 'approved' }], otherwise: 'approved' } },
      'stages.1.onward.routes.0.when',
    ],
    ['signature_incomplete', { signature: { meaning: { en: '' } } }, 'stages.1.signature.meaning.en'],
    ['override_incomplete', { overridableBy: [] }, 'stages.1.overridableBy'],
  ])('name %s and where: %j', (code, change, path) => {
    const draft = changed(change);
    expect(codes(draft)).toEqual([[code, path]]);
    expect(problemsOfDraft(draft, nobody)[0]).toMatchObject({
      stageKey: 'review',
      message: expect.stringMatching(/\.$|"\)\.$/),
    });
  });

  it('say where in its stage a thing makes no sense', () => {
    expect(codes(changed({ separateFrom: ['nowhere'] }))).toEqual([['stage_unknown', 'stages.1']]);
    expect(codes(changed({ excludes: [] }))).toEqual([['authors_not_excluded', 'stages.1.excludes']]);
  });

  it('tell of people and teams that are not there, wherever they are named', () => {
    const draft = changed({ eligibility: [{ role: 'reviewer' }, { members: [someone] }, { team: someone }] });
    expect(codes(draft)).toEqual([
      ['member_unknown', 'stages.1.eligibility.1'],
      ['team_unknown', 'stages.1.eligibility.2'],
    ]);
    expect(peopleNamedIn(draft)).toEqual({ memberIds: [someone], teamIds: [someone] });
    expect(problemsOfDraft(draft, { memberIds: new Set([someone]), teamIds: new Set([someone]) })).toEqual([]);
  });

  it('take whatever stands where people are named for what it is', () => {
    const draft = changed({
      eligibility: [null, 3, { members: 'all' }, { team: [] }, { members: [7, 'x'] }],
      deadline: 4,
    });
    expect(peopleNamedIn(draft)).toEqual({ memberIds: [], teamIds: [] });
    expect(codes(draft).map(([code]) => code)).toContain('rule_incomplete');
  });
});

describe('the key of a workflow', () => {
  it('follows from its name, with a number where it is taken', () => {
    expect(keyOfName('Large grants (2026)')).toBe('large-grants-2026');
    expect(keyOfName('2026: Éxtra')).toBe('extra');
    expect(keyOfName('مراجعة')).toBe('workflow');
    expect(keyOfName('Large grants', 2)).toBe('large-grants-3');
    expect(keyOfName('x'.repeat(80), 10)).toHaveLength(40);
  });
});
