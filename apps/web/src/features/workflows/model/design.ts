import type { ApprovalStage, DraftDefinition, DraftStage } from '@uptake/contracts';

type Said = Partial<Omit<ApprovalStage, 'kind' | 'key' | 'name' | 'order'>>;

/** A stage as the designer holds it: anything of it may be missing yet. */
export type DesignStage = DraftStage & Said;
export type Design = Omit<DraftDefinition, 'stages'> & { stages: DesignStage[] };
export type StageChange = Said & { name?: DraftStage['name'] };

/** Every edit leaves its stages in the order in which they stand, numbered from 1. */
export const asDesign = (definition: DraftDefinition): Design =>
  numbered({ ...definition, stages: [...definition.stages].sort((a, b) => a.order - b.order) as DesignStage[] });

export function numbered(design: Design): Design {
  return { ...design, stages: design.stages.map((stage, index) => ({ ...stage, order: index + 1 })) };
}

export const stageOf = (design: Design, key: string | null): DesignStage | undefined =>
  design.stages.find((stage) => stage.key === key);

export const approvalsOf = (design: Design): DesignStage[] => design.stages.filter(({ kind }) => kind === 'approval');

/** The stages that a request for changes or a rejection at this one may lead back to. */
export const earlierStages = (design: Design, key: string): DesignStage[] => {
  const at = design.stages.findIndex((stage) => stage.key === key);
  return design.stages.slice(0, at).filter(({ kind }) => kind === 'work' || kind === 'approval');
};

/** The stages to which a route from this one may lead: those behind it and its group; into a group by its first stage alone. */
export const laterStages = (design: Design, key: string): DesignStage[] => {
  const at = design.stages.findIndex((stage) => stage.key === key);
  const group = design.stages[at]?.parallelGroup;
  return design.stages
    .slice(at + 1)
    .filter((stage) => group === undefined || stage.parallelGroup !== group)
    .filter((stage) => !isTogether(design, stage.key));
};

/** Whether a stage opens together with the one before it. */
export function isTogether(design: Design, key: string): boolean {
  const at = design.stages.findIndex((stage) => stage.key === key);
  const group = design.stages[at]?.parallelGroup;
  return group !== undefined && design.stages[at - 1]?.parallelGroup === group;
}
