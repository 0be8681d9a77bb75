/** `sort=-dueOn,title` as the API takes it: only its first field is shown and changed by the heads. */
export interface SortOrder {
  field: string;
  descending: boolean;
}

export function readSort(sort: string | undefined): SortOrder | null {
  const first = sort?.split(',')[0];
  if (!first) return null;
  return first.startsWith('-') ? { field: first.slice(1), descending: true } : { field: first, descending: false };
}

/** Ascending, then descending, then as the server pleases. */
export function nextSort(sort: string | undefined, field: string): string | undefined {
  const now = readSort(sort);
  if (now?.field !== field) return field;
  return now.descending ? undefined : `-${field}`;
}
