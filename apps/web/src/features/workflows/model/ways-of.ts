import type { Design, DesignStage } from './design.js';

/** `next`: one after the other; `route`: where its condition holds; `otherwise`: where none does; `back`: after a rejection. */
export interface Way {
  from: string;
  to: string;
  kind: 'next' | 'route' | 'otherwise' | 'back';
  /** Of a route: its condition as written. */
  when?: string;
}

/** Every way that a run can take through a design, from each stage of a group to each of the group that follows. */
export function waysOf(design: Design): Way[] {
  const steps = stepsOf(design.stages);
  const groupOf = (key: string): DesignStage[] => steps.find((step) => step.some((stage) => stage.key === key)) ?? [];
  const forward = steps.flatMap((step, index): Way[] => {
    const onward = step.at(-1)?.onward;
    const into = (keys: DesignStage[], kind: Way['kind'], when?: string): Way[] =>
      step.flatMap((from) =>
        keys.map((to) => ({ from: from.key, to: to.key, kind, ...(when === undefined ? {} : { when }) })),
      );
    if (!onward) return into(steps[index + 1] ?? [], 'next');
    return [
      ...onward.routes.flatMap(({ when, to }) => into(groupOf(to), 'route', when)),
      ...into(groupOf(onward.otherwise), 'otherwise'),
    ];
  });
  const back = design.stages.flatMap((stage): Way[] =>
    stage.onReject?.kind === 'return' && groupOf(stage.onReject.stage).length > 0
      ? [{ from: stage.key, to: stage.onReject.stage, kind: 'back' }]
      : [],
  );
  return [...forward, ...back];
}

export function stepsOf(stages: readonly DesignStage[]): DesignStage[][] {
  return stages.reduce<DesignStage[][]>((steps, stage) => {
    const last = steps.at(-1);
    const isTogether = stage.parallelGroup !== undefined && last?.[0]?.parallelGroup === stage.parallelGroup;
    return isTogether && last ? [...steps.slice(0, -1), [...last, stage]] : [...steps, [stage]];
  }, []);
}
