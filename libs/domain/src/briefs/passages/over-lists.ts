import type { PassageKind } from '@uptake/contracts';
import type { List } from '../structure/lists.js';
import type { Section } from '../structure/sections.js';
import { foldSpaces } from '../text/spaces.js';
import { addresseesOfHeadings } from './heading-addressees.js';
import { readLeadIn, type LeadIn } from './lead-ins.js';
import type { Reading } from './reading.js';
import type { Voices } from './voices.js';

export const CONFIDENCE = { leadIn: 0.9, section: 0.85, label: 0.9, run: 0.8, own: 0.7 } as const;

/** What stands over a list: whose kind its items take, and what they inherit. */
export interface Over {
  kind: PassageKind | 'aside' | null;
  /** How surely the kind is known. */
  confidence: number;
  leadIn: string | null;
  addressees: readonly string[];
  /** Each item begins with its addressee: "We call on: - the Ministry to ...". */
  isOpenCall: boolean;
  /** Number of the paragraph that announces the items, which theirs go on from: 111 makes 111.1. */
  number: string | null;
  section: Section | null;
}

/** Finds what stands over each list: its lead-in, else what led into the run before, else its section. */
export class OverLists {
  readonly #runs = new Map<number, Over>();

  constructor(
    readonly reading: Reading,
    readonly voices: Voices,
  ) {}

  remember(run: number, over: Over): void {
    this.#runs.set(run, over);
  }

  of(list: List): Over {
    const section = this.reading.sectionOf[list.first] ?? null;
    const fromHeadings = {
      leadIn: null,
      isOpenCall: false,
      addressees: addresseesOfHeadings(section, this.reading),
      number: null,
      section,
    };
    const led = this.#leadIn(list.first);
    if (led !== null && led.kind !== null && (led.isFirm || this.#isBelieved(led, list, section))) {
      const addressees = led.addressees.length > 0 ? led.addressees : fromHeadings.addressees;
      return this.#remember(list, {
        ...fromHeadings,
        kind: led.kind,
        confidence: CONFIDENCE.leadIn,
        leadIn: led.text,
        addressees,
        isOpenCall: led.isOpenCall,
      });
    }
    const kind = section?.kind ?? null;
    const remembered = this.#runs.get(list.roots[0]?.block.place.run ?? -1);
    // What a list was led into holds on behind a paragraph, and behind a heading that says nothing of its own.
    const holds =
      remembered !== undefined &&
      (remembered.section === section || (remembered.leadIn !== null && (kind === null || kind === remembered.kind)));
    if (led === null && holds) return { ...remembered, section };
    const isOwn = section?.heading.kind === 'recommendation' && section.heading.isExact;
    const isTrusted = kind !== 'recommendation' || isOwn || !this.reading.isLong || this.voices.mostlyAsk(list);
    return this.#remember(list, {
      ...fromHeadings,
      kind: isTrusted ? kind : null,
      confidence: CONFIDENCE.section,
      leadIn: led?.text ?? null,
    });
  }

  /** Kept for the items of the same runs behind a paragraph. */
  #remember(list: List, over: Over): Over {
    for (const { block } of list.roots) this.remember(block.place.run, over);
    return over;
  }

  /** "The Ministry should:" counts among recommendations, or where the items are deeds. */
  #isBelieved(led: LeadIn, list: List, section: Section | null): boolean {
    if (led.kind !== 'recommendation' || section?.kind === 'recommendation') return true;
    return !this.reading.isLong && section?.kind !== 'aside' && this.voices.mostlyAsk(list);
  }

  #leadIn(first: number): (LeadIn & { text: string }) | null {
    const { blocks, vocabulary } = this.reading;
    const block = blocks[first - 1];
    if (block?.type !== 'paragraph') return null;
    const strand = this.reading.strand(block.spans);
    const led = readLeadIn(strand, vocabulary);
    if (led === null) return null;
    if (led.kind !== null) this.reading.leadIns.set(block, led.start);
    const before = blocks[first - 2];
    const isPronominal = led.kind === 'recommendation' && led.addressees.length === 0 && before?.type === 'paragraph';
    const inherited = isPronominal ? readLeadIn(this.reading.strand(before.spans), vocabulary) : null;
    if (inherited?.kind === 'recommendation' && inherited.isFirm)
      this.reading.leadIns.set(before ?? block, inherited.start);
    return {
      ...led,
      addressees: inherited?.addressees ?? led.addressees,
      text: foldSpaces(strand.words.slice(led.start, led.end)),
    };
  }
}
