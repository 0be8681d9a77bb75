import type { DraftStage, EligibilityRule, WorkflowStage } from '@uptake/contracts';

interface Placed<Stage> {
  stage: Stage;
  /** Into the definition, e.g. `stages.1.deadline.escalations.0.to.2`. */
  path: string;
  rule: EligibilityRule;
}

/** Every rule of a definition, or of a draft as far as it is there, that says who is asked, told or may override. */
export function rulesOf<Stage extends WorkflowStage | DraftStage>({
  stages,
}: {
  readonly stages: readonly Stage[];
}): Placed<Stage>[] {
  return stages.flatMap((stage, index) => {
    const { eligibility, overridableBy, deadline } = stage as Record<string, unknown>;
    const rungs = listIn(deadline, 'escalations');
    const lists: [string, unknown][] = [
      ['eligibility', eligibility],
      ['overridableBy', overridableBy],
      ...rungs.map((rung, at): [string, unknown] => [`deadline.escalations.${at}.to`, listIn(rung, 'to')]),
    ];
    return lists.flatMap(([place, rules]) =>
      (Array.isArray(rules) ? rules : [])
        .filter((rule): rule is EligibilityRule => typeof rule === 'object' && rule !== null)
        .map((rule, at) => ({ stage, path: `stages.${index}.${place}.${at}`, rule })),
    );
  });
}

function listIn(value: unknown, name: string): unknown[] {
  const list: unknown = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
  return Array.isArray(list) ? list : [];
}
