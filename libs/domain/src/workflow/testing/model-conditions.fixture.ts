import type { JudgedRevision } from '../run-snapshot.js';

/** The conditions of made workflows, each beside what it means: so that the oracle never asks the language. */
export const conditions: readonly { text: string; isTrue: (judged: JudgedRevision) => boolean }[] = [
  { text: 'submission.fields.amount > 0', isTrue: ({ facts }) => facts.fields['amount'] === 1 },
  { text: 'submission.fields.amount == 0', isTrue: ({ facts }) => facts.fields['amount'] === 0 },
  { text: 'submission.rating == "limited"', isTrue: ({ reportedRating }) => reportedRating === 'limited' },
  { text: '!has(submission.rating)', isTrue: ({ reportedRating }) => reportedRating === null },
  { text: 'submission.fields.nothing == 1', isTrue: () => false },
];

export function isTrue(text: string, judged: JudgedRevision): boolean {
  const found = conditions.find((condition) => condition.text === text);
  if (!found) throw new Error(`No made workflow asks whether ${text}`);
  return found.isTrue(judged);
}
