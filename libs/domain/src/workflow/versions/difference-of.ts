import { type DraftDefinition, type DraftStage, type WorkflowChange, stageFields } from '@uptake/contracts';
import { canonicalJson } from '../../shared/canonical-json.js';
import { stayInOrder } from './stay-in-order.js';

type Comparable = Pick<DraftDefinition, 'name' | 'subjects'> & { stages: readonly DraftStage[] };

/** What a version does otherwise than another, in the order of its stages: what is gone first. Versions that mean the same differ in nothing. */
export function differenceOf(from: Comparable, to: Comparable): WorkflowChange[] {
  const before = inOrder(from.stages);
  const after = inOrder(to.stages);
  const removed = before.filter((stage) => !find(after, stage));
  return [
    ...(isSame(from.name, to.name) ? [] : [{ kind: 'renamed' as const, from: from.name, to: to.name }]),
    ...(isSame(asSet(from.subjects), asSet(to.subjects))
      ? []
      : [{ kind: 'subjects-changed' as const, from: from.subjects, to: to.subjects }]),
    ...removed.map((stage) => ({ kind: 'stage-removed' as const, stage })),
    ...changesOfStages(before, after),
  ];
}

function changesOfStages(before: readonly DraftStage[], after: readonly DraftStage[]): WorkflowChange[] {
  const kept = before.filter((stage) => find(after, stage)).map(({ key }) => key);
  const inPlace = stayInOrder(
    kept,
    after.filter((stage) => find(before, stage)).map(({ key }) => key),
  );
  return after.flatMap((stage, index): WorkflowChange[] => {
    const old = find(before, stage);
    const place = { after: named(after[index - 1]) };
    if (!old) return [{ kind: 'stage-added', stage, ...place }];
    const moved = inPlace.has(stage.key) ? [] : [{ kind: 'stage-moved' as const, stage: namedOf(stage), ...place }];
    return [...moved, ...changesOfStage(old, stage)];
  });
}

function changesOfStage(before: DraftStage, after: DraftStage): WorkflowChange[] {
  return stageFields
    .filter((field) => !isSame(comparable(before[field]), comparable(after[field])))
    .map((field) => ({
      kind: 'stage-changed',
      stage: namedOf(after),
      field,
      from: before[field] ?? null,
      to: after[field] ?? null,
    }));
}

const inOrder = (stages: readonly DraftStage[]): DraftStage[] => [...stages].sort((a, b) => a.order - b.order);

/** A stage of another kind under the same key is another stage. */
const find = (stages: readonly DraftStage[], { key, kind }: DraftStage): DraftStage | undefined =>
  stages.find((stage) => stage.key === key && stage.kind === kind);

const namedOf = ({ key, name }: DraftStage) => ({ key, name });
const named = (stage: DraftStage | undefined) => (stage ? namedOf(stage) : null);

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** Lists of a stage (people, verdicts, fields) say the same in any order. Those inside (rungs of a ladder, routes) do not. */
const comparable = (value: unknown): unknown => (Array.isArray(value) ? asSet(value) : value);
const asSet = (values: readonly unknown[]): string[] =>
  [...new Set(values.map((value) => canonicalJson(value)))].sort();
