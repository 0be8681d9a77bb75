import { z } from 'zod';

/** UUID; records made by Uptake carry version 7, so that ids sort by time of making. */
export const Id = z.uuid().meta({ description: 'UUID v7' });
export type Id = z.infer<typeof Id>;

/** UTC instant, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime().meta({ description: 'UTC instant, ISO 8601' });
/** Calendar date without a time zone, `YYYY-MM-DD`. */
export const CalendarDate = z.iso.date().meta({ description: 'Calendar date, YYYY-MM-DD' });

/** Counts the changes of a record; a write names the one it was based on. */
export const Version = z.int().min(1);

/** Amounts travel as decimal strings with their ISO 4217 currency, never as floats. */
export const Money = z
  .strictObject({ amount: z.string().regex(/^-?\d{1,16}(\.\d{1,4})?$/), currency: z.string().regex(/^[A-Z]{3}$/) })
  .meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;

export const Direction = z.enum(['ltr', 'rtl']);
export type Direction = z.infer<typeof Direction>;

/** One line of text: no control characters, trimmed, not empty. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/u, 'Control characters are not allowed');

/** Free text of several lines; NUL is refused because PostgreSQL cannot hold it. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\u0000]*$/u, 'NUL characters are not allowed');

export const EmailAddress = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35);
export const TimeZone = z.string().min(1).max(64).refine(isTimeZone, 'Unknown time zone');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
