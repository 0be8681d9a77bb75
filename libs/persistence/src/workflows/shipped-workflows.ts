import type { LocalisedName, SubmissionKind, WorkflowDefinition } from '@uptake/contracts';
import { updateReview } from '@uptake/domain';

interface Wording {
  name: LocalisedName;
  work: LocalisedName;
}

const wordings: Readonly<Record<Exclude<SubmissionKind, 'update'>, Wording>> = {
  response: {
    name: { en: 'Response review', ar: 'مراجعة الرد' },
    work: { en: 'Write the response', ar: 'إعداد الرد' },
  },
  extension: {
    name: { en: 'Extension review', ar: 'مراجعة التمديد' },
    work: { en: 'Ask for the extension', ar: 'إعداد طلب التمديد' },
  },
  closing: {
    name: { en: 'Closing review', ar: 'مراجعة الإغلاق' },
    work: { en: 'Write the closing', ar: 'إعداد الإغلاق' },
  },
};

/**
 * What a workspace begins with: one template for each kind of submission, all going the way of the update review. One each, since
 * an item has at most one run of a workflow under way, and an extension may be asked for while an update is being reviewed.
 */
export function shippedWorkflows(): (WorkflowDefinition & { subjects: [SubmissionKind] })[] {
  const others = Object.entries(wordings).map(([kind, wording]) => reviewOf(kind as keyof typeof wordings, wording));
  return [{ ...updateReview(), subjects: ['update'] }, ...others];
}

function reviewOf(kind: SubmissionKind, { name, work }: Wording): WorkflowDefinition & { subjects: [SubmissionKind] } {
  const template = updateReview();
  const stages = template.stages.map((stage) => (stage.kind === 'work' ? { ...stage, name: work } : stage));
  return { ...template, key: `${kind}-review`, name, subjects: [kind], stages };
}
