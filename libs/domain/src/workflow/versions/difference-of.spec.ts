import { describe, expect, it } from '@jest/globals';
import { type DraftDefinition, type DraftStage, type WorkflowChange, stageFields } from '@uptake/contracts';
import fc from 'fast-check';
import { updateReview } from '../shipped/update-review.js';
import { differenceOf } from './difference-of.js';

const review = (): DraftDefinition => updateReview() as DraftDefinition;
const withStage = (key: string, change: Partial<DraftStage>): DraftDefinition => ({
  ...review(),
  stages: review().stages.map((stage) => (stage.key === key ? { ...stage, ...change } : stage)),
});

describe('the difference of two versions', () => {
  it('is nothing where nothing changed, whatever the numbers of the order and the order of a list', () => {
    const renumbered = review().stages.map((stage) => ({ ...stage, order: stage.order * 10 }));
    expect(differenceOf(review(), review())).toEqual([]);
    expect(differenceOf(review(), { ...review(), stages: renumbered })).toEqual([]);
    expect(differenceOf(review(), withStage('review', { excludes: ['editors', 'submitter'] }))).toEqual([]);
  });

  it('tells of a stage that is new, gone, or stands elsewhere, and of no other', () => {
    const [revise, checked, signed, end] = review().stages as [DraftStage, DraftStage, DraftStage, DraftStage];
    const legal = { ...checked, key: 'legal', name: { en: 'Legal' }, order: 3 };
    const to = {
      ...review(),
      stages: [revise, { ...signed, order: 2 }, { ...checked, order: 3 }, { ...legal, order: 4 }, { ...end, order: 5 }],
    };
    expect(differenceOf(review(), to).map((change) => [change.kind, 'stage' in change && change.stage.key])).toEqual([
      ['stage-moved', 'review'],
      ['stage-added', 'legal'],
    ]);
    expect(differenceOf(to, review()).map((change) => [change.kind, 'stage' in change && change.stage.key])).toEqual([
      ['stage-removed', 'legal'],
      ['stage-moved', 'sign-off'],
    ]);
  });

  it('tells what of a stage changed, from what, to what', () => {
    expect(differenceOf(review(), withStage('review', { quorum: { kind: 'n', count: 2 }, veto: false }))).toEqual([
      {
        kind: 'stage-changed',
        stage: { key: 'review', name: { en: 'Review', ar: 'المراجعة' } },
        field: 'quorum',
        from: { kind: 'any' },
        to: { kind: 'n', count: 2 },
      },
      expect.objectContaining({ field: 'veto', from: true, to: false }),
    ]);
  });

  it.each(stageFields)('tells of a change of %s alone', (field) => {
    const changed = withStage('review', { [field]: field === 'name' ? { en: 'Other' } : { kind: 'another' } });
    expect(differenceOf(review(), changed)).toEqual([expect.objectContaining({ kind: 'stage-changed', field })]);
  });
});

describe('between any two versions, the difference', () => {
  const value = fc.constantFrom<unknown>(undefined, true, 'x', ['a', 'b'], ['b', 'c'], { kind: 'n', count: 2 });
  const stage = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    kind: fc.constantFrom('work', 'approval', 'end'),
    name: fc.constantFrom({ en: 'One' }, { en: 'Two', ar: 'اثنان' }),
    said: fc.dictionary(fc.constantFrom(...stageFields.filter((field) => field !== 'name')), value, { maxKeys: 4 }),
  });
  const version = fc
    .tuple(fc.constantFrom('One', 'Two'), fc.uniqueArray(stage, { selector: ({ key }) => key, maxLength: 6 }))
    .map(([name, stages]) => ({
      format: 1 as const,
      key: 'any',
      name: { en: name },
      subjects: ['update' as const],
      stages: stages.map(
        ({ said, ...basis }, index) =>
          ({ ...basis, ...(JSON.parse(JSON.stringify(said)) as object), order: index + 1 }) as DraftStage,
      ),
    }));

  it('is empty for a version and itself', () => {
    fc.assert(fc.property(version, (one) => expect(differenceOf(one, one)).toEqual([])));
  });

  it('makes the one into the other: it tells of every field, stage and place', () => {
    fc.assert(
      fc.property(version, version, (from, to) => {
        expect(meaning(applied(from, differenceOf(from, to)))).toEqual(meaning(to));
      }),
    );
  });
});

/** Does to a version what the changes say, by nothing but what they say. */
function applied(from: DraftDefinition, changes: readonly WorkflowChange[]): DraftDefinition {
  const to = { ...from, stages: [...from.stages].sort((a, b) => a.order - b.order) };
  const place = (stage: DraftStage, after: { key: string } | null) => {
    const rest = to.stages.filter(({ key }) => key !== stage.key);
    rest.splice(after === null ? 0 : rest.findIndex(({ key }) => key === after.key) + 1, 0, stage);
    to.stages = rest;
  };
  for (const change of changes) {
    if (change.kind === 'renamed') to.name = change.to;
    if (change.kind === 'stage-removed') to.stages = to.stages.filter((stage) => stage.key !== change.stage.key);
    if (change.kind === 'stage-added') place(change.stage, change.after);
    if (change.kind === 'stage-moved') {
      const moved = to.stages.find(({ key }) => key === change.stage.key);
      if (moved) place(moved, change.after);
    }
    if (change.kind === 'stage-changed') {
      to.stages = to.stages.map((stage) =>
        stage.key === change.stage.key ? { ...stage, [change.field]: change.to } : stage,
      );
    }
  }
  return to;
}

/** What a version means: its stages in order, absent and null alike, lists as sets. */
const meaning = ({ name, stages }: DraftDefinition) => ({
  name,
  stages: stages.map((stage) => [
    stage.key,
    stage.kind,
    ...stageFields.map((field) => {
      const said = stage[field] ?? null;
      return Array.isArray(said) ? [...said].sort() : said;
    }),
  ]),
});
