import type { ItemRef } from '@uptake/contracts';

/** Where an item is read: `/w/demo/tasks/1042`, `/w/demo/recommendations/IRQ-07`. */
export const itemAddress = (slug: string, { kind, reference }: Pick<ItemRef, 'kind' | 'reference'>): string =>
  `/w/${encodeURIComponent(slug)}/${kind === 'task' ? 'tasks' : 'recommendations'}/${encodeURIComponent(reference)}`;

export const reviewAddress = (slug: string, approvalId: string): string =>
  `/w/${encodeURIComponent(slug)}/review/${encodeURIComponent(approvalId)}`;
