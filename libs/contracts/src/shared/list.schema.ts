import { z } from 'zod';
import { Instant } from './scalars.schema.js';

/** What every list takes; a route adds its own filters with `listQuery({...})`. Unknown parameters are refused. */
export const listQuery = <T extends z.ZodRawShape>(filters: T) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(2000).optional(),
    sort: z
      .string()
      .max(200)
      .regex(/^-?[a-zA-Z]+(,-?[a-zA-Z]+)*$/)
      .optional(),
    updatedSince: Instant.optional(),
    count: z.stringbool().optional(),
    ...filters,
  });
export type ListQuery = z.infer<ReturnType<typeof listQuery<Record<never, never>>>>;

/** One page of a keyset list; `total` only when `?count=true` asked for it. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}

/** A list that is always whole (a workspace's teams, a brief's passages). */
export const whole = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
