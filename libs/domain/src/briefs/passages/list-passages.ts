import type { ParsedPassageWarning, PassageKind } from '@uptake/contracts';
import type { ItemBlock } from '../structure/blocks.js';
import { descendants, type List, type ListNode } from '../structure/lists.js';
import type { Section } from '../structure/sections.js';
import { foldSpaces } from '../text/spaces.js';
import type { Span } from '../text/strand.js';
import { afterLink, byAgent } from './addressees.js';
import { ownEnd, trailingLabel } from './item-ends.js';
import type { FoundPassage } from './found-passage.js';
import { addresseesOfHeadings } from './heading-addressees.js';
import { announcesRecommendations, readLeadIn, type LeadIn } from './lead-ins.js';
import type { Reading } from './reading.js';
import { asks, asksPlainly, voiceOf, type Voice } from './voice.js';
import { wordsOf } from '../text/words.js';

/** What stands over a list: whose kind its items take, and what they inherit. */
interface Over {
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

const CONFIDENCE = { leadIn: 0.9, section: 0.85, label: 0.9, run: 0.8, own: 0.7 } as const;
/** Share of a numbered run that must call plainly before all of it is taken for recommendations. */
const PLAIN_SHARE = 0.6;
const LEAST_RUN = 3;
const DOT_LEADERS = /\.{4}|(?:\. ){4}/;
/** An item that ends in a colon and has no verb of its own names a group: "Banks:". */
const MOST_WORDS_OF_A_GROUP = 10;

/** The passages that are items of lists. */
export function findListPassages(reading: Reading): FoundPassage[] {
  return new ListReader(reading).read();
}

class ListReader {
  readonly #found: FoundPassage[] = [];
  readonly #voices = new Map<ItemBlock, Voice>();
  /** What a numbered run was led into by, for its items behind a paragraph. */
  readonly #runs = new Map<number, Over>();
  readonly #callingRuns: ReadonlySet<number>;

  constructor(readonly reading: Reading) {
    this.#callingRuns = this.#findCallingRuns();
  }

  read(): FoundPassage[] {
    for (const list of this.reading.lists) this.#readList(list);
    return this.#found;
  }

  #readList(list: List): void {
    const over = this.#over(list);
    // Beside a paragraph that announces recommendations, the numbered paragraphs around it are the report's own words.
    const isReport = list.roots.some((root) => root.children.length > 0 && announcesRecommendations(this.reading.strand(root.block.spans), this.reading.vocabulary));
    const around: Over = isReport && over.kind === 'recommendation' && over.leadIn === null ? { ...over, kind: null } : over;
    for (const root of list.roots) this.#visit(root, around, list);
  }

  #over(list: List): Over {
    const section = this.reading.sectionOf[list.first] ?? null;
    const fromHeadings = { leadIn: null, isOpenCall: false, addressees: addresseesOfHeadings(section, this.reading), number: null, section };
    const led = this.#leadIn(list.first);
    if (led !== null && led.kind !== null && (led.isFirm || this.#isBelieved(led, list, section))) {
      const addressees = led.addressees.length > 0 ? led.addressees : fromHeadings.addressees;
      return this.#remember(list, { ...fromHeadings, kind: led.kind, confidence: CONFIDENCE.leadIn, leadIn: led.text, addressees, isOpenCall: led.isOpenCall });
    }
    const kind = section?.kind ?? null;
    const remembered = this.#runs.get(list.roots[0]?.block.place.run ?? -1);
    // What a list was led into holds on behind a paragraph, and behind a heading that says nothing of its own.
    const holds = remembered !== undefined && (remembered.section === section || (remembered.leadIn !== null && (kind === null || kind === remembered.kind)));
    if (led === null && holds) return { ...remembered, section };
    const isOwn = section?.heading.kind === 'recommendation' && section.heading.isExact;
    const isTrusted = kind !== 'recommendation' || isOwn || !this.reading.isLong || this.#mostlyAsk(list);
    return this.#remember(list, { ...fromHeadings, kind: isTrusted ? kind : null, confidence: CONFIDENCE.section, leadIn: led?.text ?? null });
  }

  #remember(list: List, over: Over): Over {
    for (const { block } of list.roots) this.#runs.set(block.place.run, over);
    return over;
  }

  /** "The Ministry should:" counts among recommendations, or where the items are deeds. */
  #isBelieved(led: LeadIn, list: List, section: Section | null): boolean {
    if (led.kind !== 'recommendation' || section?.kind === 'recommendation') return true;
    return !this.reading.isLong && section?.kind !== 'aside' && this.#mostlyAsk(list);
  }

  #mostlyAsk(list: List): boolean {
    return list.roots.filter(({ block }) => asks(this.#voice(block))).length * 2 >= list.roots.length;
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
    if (inherited?.kind === 'recommendation' && inherited.isFirm) this.reading.leadIns.set(before ?? block, inherited.start);
    return { ...led, addressees: inherited?.addressees ?? led.addressees, text: foldSpaces(strand.words.slice(led.start, led.end)) };
  }

  #visit(node: ListNode, over: Over, list: List): void {
    const { block } = node;
    const strand = this.reading.strand(block.spans);
    if (DOT_LEADERS.test(strand.words)) return;
    if (node.children.length > 0 && this.#isRoof(node)) return this.#visitBelow(node, over, list);
    const apart = node.children.filter((child) => isNumberedApart(child.block));
    const own: ListNode = { block, children: node.children.filter((child) => !apart.includes(child)) };
    const kind = this.#kindOf(block, over);
    const passage = kind === null ? null : this.#passage(own, kind, over);
    if (passage !== null) this.#found.push(passage);
    const below = passage === null ? over : { ...over, kind: passage.kind, confidence: passage.confidence, addressees: passage.addressees };
    for (const child of apart) this.#visit(child, below, list);
  }

  /** An item that only announces or groups: its children are the items. */
  #isRoof({ block }: ListNode): boolean {
    const { vocabulary } = this.reading;
    const strand = this.reading.strand(block.spans);
    if (announcesRecommendations(strand, vocabulary)) return true;
    const isGroup = /:\s*$/.test(strand.words) && wordsOf(strand.words, MOST_WORDS_OF_A_GROUP + 1).length <= MOST_WORDS_OF_A_GROUP;
    return isGroup && !asks(this.#voice(block));
  }

  #visitBelow(node: ListNode, over: Over, list: List): void {
    const { vocabulary } = this.reading;
    const strand = this.reading.strand(node.block.spans);
    const led = readLeadIn(strand, vocabulary);
    const section = over.section;
    const announced = announcesRecommendations(strand, vocabulary);
    const kind = announced ? 'recommendation' : (led?.kind ?? over.kind);
    const addressees = led !== null && led.addressees.length > 0 ? led.addressees : over.addressees;
    const leadIn = foldSpaces(led === null ? strand.words : strand.words.slice(led.start, led.end));
    const below: Over = { kind, confidence: CONFIDENCE.leadIn, leadIn, addressees, isOpenCall: led?.isOpenCall ?? false, number: announced ? node.block.marker.number : null, section };
    for (const child of node.children) {
      this.#runs.set(child.block.place.run, below);
      this.#visit(child, below, list);
    }
  }

  #kindOf(block: ItemBlock, over: Over): PassageKind | null {
    const voice = this.#voice(block);
    if (over.kind === 'aside') return null;
    if (over.kind === 'recommendation') return voice.isPosition ? 'context' : 'recommendation';
    if (block.marker.kind === 'label') return 'recommendation';
    if (over.kind === 'issue' || over.kind === 'interest') return asksPlainly(voice) ? 'recommendation' : over.kind;
    if (this.#callingRuns.has(block.place.run)) return 'recommendation';
    if (voice.form === 'performative' && voice.call?.isOwn === true) return 'recommendation';
    if (asksPlainly(voice) && !this.reading.isLong) return 'recommendation';
    if (voice.form === 'concern' && !this.reading.isLong) return 'issue';
    return over.kind;
  }

  #passage(node: ListNode, kind: PassageKind, over: Over): FoundPassage | null {
    const { block } = node;
    const { vocabulary } = this.reading;
    const blocks = descendants(node);
    const strand = this.reading.strand([...block.spans, ...blocks.slice(1).flatMap(withMarker)]);
    const end = ownEnd(strand.words, vocabulary);
    if (end === 0) return null;
    const voice = this.#voice(block);
    const addressees = kind === 'recommendation' ? this.#addressees(block, voice, over) : [];
    for (const part of blocks) this.reading.used.add(part);
    return {
      kind,
      strand,
      start: 0,
      end,
      number: trailingLabel(strand.words) ?? numberOf(block, over.number),
      addressees,
      leadIn: over.leadIn,
      section: over.section,
      confidence: this.#confidence(block, over, voice),
      warnings: warningsOf(blocks),
      isStructured: true,
    };
  }

  /** The item's own words first, then what stands over it. */
  #addressees(block: ItemBlock, voice: Voice, over: Over): readonly string[] {
    const own = voice.call?.addressees ?? [];
    if (own.length > 0) return own;
    const { words } = this.reading.strand(block.spans);
    const first = over.isOpenCall ? afterLink(words, wordsOf(words, 60), 0, this.reading.vocabulary) : null;
    if (first !== null && first.length > 0) return first;
    return over.addressees.length > 0 ? over.addressees : this.#agent(block);
  }

  /** "the grant of permits by the Agency": told by the item's last resort, only where nobody else is named. */
  #agent(block: ItemBlock): string[] {
    const { words } = this.reading.strand(block.spans);
    return this.reading.vocabulary.addressing.agentsInItems ? byAgent(words, wordsOf(words, 60), 0, this.reading.vocabulary) : [];
  }

  #confidence(block: ItemBlock, over: Over, voice: Voice): number {
    const base =
      block.marker.kind === 'label' ? CONFIDENCE.label : over.kind !== null ? over.confidence : this.#callingRuns.has(block.place.run) ? CONFIDENCE.run : CONFIDENCE.own;
    return Math.min(0.98, base + (asks(voice) ? 0.07 : 0));
  }

  #voice(block: ItemBlock): Voice {
    const known = this.#voices.get(block);
    if (known !== undefined) return known;
    const voice = voiceOf(this.reading.strand(block.spans).words, this.reading.vocabulary);
    this.#voices.set(block, voice);
    return voice;
  }

  /** Numbered runs most of whose items call plainly: all of them do, whatever stands over them. */
  #findCallingRuns(): Set<number> {
    const runs = new Map<number, { all: number; calling: number }>();
    for (const block of this.reading.blocks) {
      if (block.type !== 'item' || block.marker.kind === 'bullet') continue;
      const count = runs.get(block.place.run) ?? { all: 0, calling: 0 };
      count.all += 1;
      if (asksPlainly(this.#voice(block))) count.calling += 1;
      runs.set(block.place.run, count);
    }
    const calling = [...runs].filter(([, { all, calling: count }]) => all >= LEAST_RUN && count >= all * PLAIN_SHARE);
    return new Set(calling.map(([run]) => run));
  }
}

/** Items with a full number of their own ("6-1", "127.4") stand beside the item they are numbered under. */
function isNumberedApart({ marker }: ItemBlock): boolean {
  return marker.kind === 'label' || marker.readings.some((reading) => reading.path.length > 1);
}

function numberOf({ marker }: ItemBlock, under: string | null): string | null {
  if (marker.number === null || under === null || marker.readings.some((reading) => reading.path.length > 1)) return marker.number;
  return `${under}.${marker.number}`;
}

function withMarker(block: ItemBlock): Span[] {
  const [first, ...rest] = block.spans;
  return first === undefined ? [] : [{ start: block.start, end: first.end }, ...rest];
}

function warningsOf(blocks: readonly ItemBlock[]): ParsedPassageWarning[] {
  const warnings: ParsedPassageWarning[] = [];
  if (blocks.some((block) => block.joinedLines)) warnings.push('joined-lines');
  if (blocks.some((block) => block.crossesPages)) warnings.push('crosses-pages');
  return warnings;
}
