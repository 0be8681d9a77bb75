import type { ItemRef } from '@uptake/contracts';

/** Where an item is read: `/w/demo/tasks/1042`, `/w/demo/recommendations/IRQ-07`. */
export const itemAddress = (slug: string, { kind, reference }: Pick<ItemRef, 'kind' | 'reference'>): string =>
  `/w/${encodeURIComponent(slug)}/${kind === 'task' ? 'tasks' : 'recommendations'}/${encodeURIComponent(reference)}`;

export const reviewAddress = (slug: string, approvalId: string): string =>
  `/w/${encodeURIComponent(slug)}/review/${encodeURIComponent(approvalId)}`;

/** A task is called by its number, `#1042`, everything else by its reference. */
export const shownReference = ({ kind, reference }: Pick<ItemRef, 'kind' | 'reference'>): string =>
  kind === 'task' ? `#${reference}` : reference;
