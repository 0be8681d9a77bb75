import type { ApprovalStage } from '@uptake/contracts';
import { fewestDeciders } from './quorum.js';
import { areExclusive } from './separation.js';

/** Where people are lacking: together, `stageKeys` need `required` different people and have `available`. */
export interface Shortage {
  readonly stageKeys: readonly string[];
  readonly required: number;
  readonly available: number;
}

/**
 * Stages, and sets of two or three mutually exclusive stages, that have fewer people than they need: one reviewer who
 * is also the one manager serves either stage but not both. Larger sets are not looked at; they block when they open.
 */
export function findShortages(
  stages: readonly ApprovalStage[],
  askable: (stage: ApprovalStage) => readonly string[],
): Shortage[] {
  const peopleOf = new Map(stages.map((stage) => [stage.key, askable(stage)]));
  const shortages: Shortage[] = [];
  for (const group of exclusiveGroups(stages)) {
    const stageKeys = group.map((stage) => stage.key);
    const isKnown = shortages.some((known) => known.stageKeys.every((key) => stageKeys.includes(key)));
    if (isKnown) continue;
    const required = group.reduce((sum, stage) => sum + fewestDeciders(stage.quorum), 0);
    const available = new Set(stageKeys.flatMap((key) => peopleOf.get(key) ?? [])).size;
    if (available < required) shortages.push({ stageKeys, required, available });
  }
  return shortages;
}

/** Smaller groups first, so that a shortage is told of the fewest stages it concerns. */
function exclusiveGroups(stages: readonly ApprovalStage[]): ApprovalStage[][] {
  const singles = stages.map((stage) => [stage]);
  const grow = (groups: ApprovalStage[][]) =>
    groups.flatMap((group) =>
      stages
        .slice(stages.indexOf(group.at(-1) as ApprovalStage) + 1)
        .filter((candidate) => group.every((member) => areExclusive(member, candidate)))
        .map((candidate) => [...group, candidate]),
    );
  const pairs = grow(singles);
  return [...singles, ...pairs, ...grow(pairs)];
}
