import { canonicalJson } from '../shared/canonical-json.js';

/** What differs between two views of a record, as events tell it: `{ field: { from, to } }`, unchanged fields left out. */
export function changesOf<T extends object>(
  before: T,
  after: { readonly [K in keyof T]: unknown },
): Partial<Record<keyof T, { from: unknown; to: unknown }>> {
  const fields = Object.keys(before) as (keyof T)[];
  const isChanged = (field: keyof T) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null);
  return Object.fromEntries(
    fields.filter(isChanged).map((field) => [field, { from: before[field], to: after[field] }]),
  ) as never;
}
