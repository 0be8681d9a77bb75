import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { ItemRef } from '../shared/references.schema.js';
import { CalendarDate, Id } from '../shared/scalars.schema.js';

/** `approved`: something of it stands on the official record. `closed`: nothing is to be done on it any more. */
export const gateKinds = ['approved', 'closed', 'date'] as const;
export const GateKind = z.enum(gateKinds);
export type GateKind = z.infer<typeof GateKind>;

/** What an item is to wait for: another item of any kind, or a day so many days after a date (before it, where negative). */
export const GateInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approved'), itemId: Id }),
    z.strictObject({ kind: z.literal('closed'), itemId: Id }),
    z.strictObject({
      kind: z.literal('date'),
      date: CalendarDate,
      offsetDays: z.int().min(-3650).max(3650).default(0),
    }),
  ])
  .meta({ id: 'GateInput' });
export type GateInput = z.infer<typeof GateInput>;

export const Gate = z
  .object({
    id: Id,
    kind: GateKind,
    /** Null where it is a date, and where the reader may not see that item: then `isHidden` is true. */
    item: ItemRef.nullable(),
    isHidden: z.boolean(),
    date: CalendarDate.nullable(),
    offsetDays: z.int().nullable(),
    opensOn: CalendarDate.nullable(),
    /** Null where the item is hidden from the reader. */
    isMet: z.boolean().nullable(),
  })
  .meta({ id: 'Gate' });
export type Gate = z.infer<typeof Gate>;

/** Another item that waits for this one; its `item` is null where the reader may not see it. */
export const WaitingItem = z
  .object({ id: Id, kind: GateKind, item: ItemRef.nullable(), isHidden: z.boolean() })
  .meta({ id: 'WaitingItem' });
export type WaitingItem = z.infer<typeof WaitingItem>;

export const ItemGates = z
  .object({ waitsFor: z.array(Gate), waitedForBy: z.array(WaitingItem), abilities: Abilities })
  .meta({ id: 'ItemGates', description: 'What an item waits for before its gate stages open, and what waits for it' });
export type ItemGates = z.infer<typeof ItemGates>;
