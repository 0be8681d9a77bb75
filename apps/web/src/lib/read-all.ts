import type { Page } from '@uptake/contracts';
import { api } from './api.js';

/** A list that is shown whole (people for pickers, what is linked from), read by its pages of at most 200. */
export async function readAll<Row>(
  to: string,
  signal: AbortSignal,
  filters: Record<string, string> = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Page<Row> = await api.get<Page<Row>>(to, { query: { ...filters, limit: 200, cursor }, signal });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}
