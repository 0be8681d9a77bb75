import type { Design, DesignStage } from './design.js';

/** Lets a stage open together with the one before it, or after it again. */
export function setTogether(design: Design, key: string, together: boolean): Design {
  const at = design.stages.findIndex((stage) => stage.key === key);
  const [before, stage] = [design.stages[at - 1], design.stages[at]];
  if (!before || !stage || stage.kind !== 'approval' || before.kind !== 'approval') return design;
  const group = together ? (before.parallelGroup ?? freeGroup(design)) : undefined;
  const old = stage.parallelGroup;
  const rest = together ? group : freeGroup(design);
  const stages = design.stages.map((one, index) => {
    if (index === at - 1 && together) return inGroup(one, group);
    if (index === at) return inGroup(one, together ? group : rest);
    // those behind it stay with it
    if (index > at && old !== undefined && one.parallelGroup === old) return inGroup(one, rest);
    return one;
  });
  return regrouped({ ...design, stages });
}

/**
 * Groups as they can stand: stages of one group next to each other, at least two of them, and the way onward written on the last.
 * Whatever an edit tore apart is a stage, or a group, of its own again.
 */
export function regrouped(design: Design): Design {
  const taken = new Set<string>();
  const runs = design.stages.reduce<DesignStage[][]>((all, stage) => {
    const last = all.at(-1);
    const joins = stage.parallelGroup !== undefined && last?.[0]?.parallelGroup === stage.parallelGroup;
    if (joins && last) last.push(stage);
    else all.push([stage]);
    return all;
  }, []);
  const stages = runs.flatMap((run) => {
    if (run.length === 1) return run.map((stage) => inGroup(stage, undefined));
    const named = run[0]?.parallelGroup ?? '';
    const group = taken.has(named) ? freeGroup(design, taken) : named;
    taken.add(group);
    return joinedAtTheEnd(run).map((stage) => inGroup(stage, group));
  });
  return { ...design, stages };
}

function joinedAtTheEnd(run: readonly DesignStage[]): DesignStage[] {
  const onward = run.at(-1)?.onward ?? run.find((stage) => stage.onward)?.onward;
  return run.map((stage, index) => {
    const { onward: _own, ...rest } = stage;
    return (index === run.length - 1 && onward ? { ...rest, onward } : rest) as DesignStage;
  });
}

function inGroup(stage: DesignStage, group: string | undefined): DesignStage {
  const { parallelGroup: _old, ...rest } = stage;
  return (group === undefined ? rest : { ...rest, parallelGroup: group }) as DesignStage;
}

function freeGroup(design: Design, also: ReadonlySet<string> = new Set()): string {
  let number = 1;
  const isTaken = (name: string) => also.has(name) || design.stages.some((stage) => stage.parallelGroup === name);
  while (isTaken(`together-${number}`)) number += 1;
  return `together-${number}`;
}
