import { z } from 'zod';
import { Outcome, ResponseVerdict } from '../recommendations/recommendations.schema.js';
import { CalendarDate, Id, prose } from '../shared/scalars.schema.js';

/** What the `fields` of a submission hold, by its kind; an update carries the fields of the item's own kind instead. */
export const ExtensionFields = z.strictObject({ dueOn: CalendarDate }).meta({ id: 'ExtensionFields' });
export type ExtensionFields = z.infer<typeof ExtensionFields>;

/** A reason for every outcome but `implemented`; the successor for `superseded` alone. */
export const ClosingFields = z
  .strictObject({ outcome: Outcome, reason: prose(5_000).min(1).optional(), supersededBy: Id.optional() })
  .meta({ id: 'ClosingFields' });
export type ClosingFields = z.infer<typeof ClosingFields>;

/** The narrative is the reason. */
export const ResponseFields = z
  .strictObject({ response: ResponseVerdict, part: prose(2_000).min(1).optional() })
  .refine((fields) => fields.response !== 'partially_accepted' || Boolean(fields.part), {
    path: ['part'],
    message: 'Say which part is accepted',
  })
  .meta({ id: 'ResponseFields' });
export type ResponseFields = z.infer<typeof ResponseFields>;
