import type { ParsedPassageWarning, PassageKind } from '@uptake/contracts';
import type { Section } from '../structure/sections.js';
import type { Strand } from '../text/strand.js';

/** A passage while it is being looked for; becomes a ParsedPassage once all of the text has been read. */
export interface FoundPassage {
  kind: PassageKind;
  strand: Strand;
  /** Stretch of the strand's words. */
  start: number;
  end: number;
  number: string | null;
  addressees: readonly string[];
  leadIn: string | null;
  section: Section | null;
  confidence: number;
  warnings: ParsedPassageWarning[];
  /** Set apart by the text itself: an item, a label, a lead-in; not picked out of prose. */
  isStructured: boolean;
}
