import { type Design, type DesignStage, type StageChange, laterStages, numbered } from './design.js';
import { regrouped } from './parallel.js';

/** Edits of a design; each answers a new one and leaves the given as it was. */

export function changeStage(design: Design, key: string, change: StageChange): Design {
  return {
    ...design,
    stages: design.stages.map((stage) => (stage.key === key ? without({ ...stage, ...change }) : stage)),
  };
}

/** What is set to undefined is not there. */
const without = (stage: DesignStage): DesignStage =>
  Object.fromEntries(Object.entries(stage).filter(([, value]) => value !== undefined)) as DesignStage;

/** A new approval or gate before the end, or behind the stage named; answers its key beside the design. */
export function addStage(
  design: Design,
  kind: 'approval' | 'gate',
  behind: string | null = null,
): { design: Design; key: string } {
  const key = freeKey(design, kind);
  const stage = kind === 'gate' ? newGate(key) : newApproval(design, key);
  const found = design.stages.findIndex((one) => one.key === behind && one.kind !== 'end');
  const end = design.stages.findIndex((one) => one.kind === 'end');
  const at = found >= 0 ? found + 1 : end >= 0 ? end : design.stages.length;
  const stages = [...design.stages.slice(0, at), stage, ...design.stages.slice(at)];
  return { design: regrouped(numbered({ ...design, stages })), key };
}

function freeKey(design: Design, kind: string): string {
  let number = 1;
  while (design.stages.some((stage) => stage.key === `${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

const newGate = (key: string): DesignStage => ({ kind: 'gate', key, name: { en: '' }, order: 1 });

/** What most stages are: one decides, with a reason for every no, never an author. Whom it asks is left to be said. */
function newApproval(design: Design, key: string): DesignStage {
  const work = design.stages.find((stage) => stage.kind === 'work');
  return {
    kind: 'approval',
    key,
    name: { en: '' },
    order: 1,
    eligibility: [],
    quorum: { kind: 'any' },
    veto: false,
    separateFrom: [],
    excludes: ['submitter', 'editors'],
    verdicts: work ? ['approve', 'request_changes', 'reject', 'abstain'] : ['approve', 'reject', 'abstain'],
    reasonRequiredFor: work ? ['request_changes', 'reject'] : ['reject'],
    watchedFields: null,
    onReject: { kind: 'end' },
    requestChanges: work ? { returnTo: work.key } : null,
    rates: false,
  };
}

/** One place up or down; the beginning and the end stay where they are. */
export function moveStage(design: Design, key: string, by: 1 | -1): Design {
  const at = design.stages.findIndex((stage) => stage.key === key);
  const [moved, other] = [design.stages[at], design.stages[at + by]];
  if (!moved || !other || !canMove(moved) || !canMove(other)) return design;
  const stages = [...design.stages];
  stages[at] = other;
  stages[at + by] = moved;
  return regrouped(numbered({ ...design, stages }));
}

export const canMove = (stage: DesignStage | undefined): boolean =>
  stage?.kind === 'approval' || stage?.kind === 'gate';

/** Takes a stage out, and with it whatever led to it. */
export function removeStage(design: Design, key: string): Design {
  const next = laterStages(design, key)[0]?.key;
  const stages = design.stages.filter((stage) => stage.key !== key).map((stage) => forgotten(stage, key, next));
  return regrouped(numbered({ ...design, stages }));
}

function forgotten(stage: DesignStage, key: string, next: string | undefined): DesignStage {
  const { onReject, separateFrom, onward } = stage;
  const routes = onward?.routes.filter(({ to }) => to !== key) ?? [];
  const otherwise = onward?.otherwise === key ? next : onward?.otherwise;
  return without({
    ...stage,
    ...(separateFrom ? { separateFrom: separateFrom.filter((other) => other !== key) } : {}),
    ...(onReject?.kind === 'return' && onReject.stage === key ? { onReject: { kind: 'end' as const } } : {}),
    ...(onward ? { onward: routes.length > 0 && otherwise ? { routes, otherwise } : undefined } : {}),
  });
}
