import { z } from 'zod';
import { Direction, LanguageTag } from '../shared/scalars.schema.js';
import { PassageKind, TextRange } from './briefs.schema.js';

/** What the parser wants a person to look at in one passage. */
export const passageWarnings = [
  'no-marker',
  'joined-lines',
  'crosses-pages',
  'several-actions',
  'found-in-prose',
  'repeats-another',
  'summary-of-list',
] as const;
export const ParsedPassageWarning = z.enum(passageWarnings);
export type ParsedPassageWarning = z.infer<typeof ParsedPassageWarning>;

/** What the parser wants a person to know of the whole text. */
export const parseWarnings = [
  'empty-text',
  'replaced-characters',
  'language-undetermined',
  'no-recommendations',
  'too-many-lines',
  'too-many-passages',
  'page-furniture-removed',
] as const;
export const ParseWarning = z.enum(parseWarnings);
export type ParseWarning = z.infer<typeof ParseWarning>;

/** A heading of the text; `kind` is what its passages are, `context` where it promises none of the three. */
export const ParsedSection = z.strictObject({
  heading: z.string(),
  kind: PassageKind,
  charStart: z.int().min(0),
});
export type ParsedSection = z.infer<typeof ParsedSection>;

/**
 * Words recognised as a statement of one kind. `text` is the words of `ranges`, white space folded, without bullet or
 * number; `charStart` and `charEnd` bound all ranges, which may leave out a page header between two of them.
 * `confidence` is 0 to 1. Passages of one brief never overlap.
 */
export const ParsedPassage = z.strictObject({
  kind: PassageKind,
  text: z.string().min(1),
  number: z.string().nullable(),
  addressees: z.array(z.string()),
  leadIn: z.string().nullable(),
  section: z.string().nullable(),
  ranges: z.array(TextRange).min(1),
  charStart: z.int().min(0),
  charEnd: z.int().min(1),
  confidence: z.number().min(0).max(1),
  warnings: z.array(ParsedPassageWarning),
});
export type ParsedPassage = z.infer<typeof ParsedPassage>;

/** What the importer finds in a brief, before anybody has confirmed it. Offsets are UTF-16 units of `text`. */
export const ParsedBrief = z.strictObject({
  title: z.string().nullable(),
  author: z.string().nullable(),
  /** BCP 47; `und` where the text does not tell. */
  language: LanguageTag,
  direction: Direction,
  /** The text as read: line ends as `\n`, no byte order mark, what cannot be stored replaced by U+FFFD. */
  text: z.string(),
  sections: z.array(ParsedSection),
  passages: z.array(ParsedPassage),
  warnings: z.array(ParseWarning),
});
export type ParsedBrief = z.infer<typeof ParsedBrief>;
