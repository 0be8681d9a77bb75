import type { ParsedPassageWarning, PassageKind } from '@uptake/contracts';
import type { ItemBlock } from '../structure/blocks.js';
import { descendants, type List, type ListNode } from '../structure/lists.js';
import { foldSpaces } from '../text/spaces.js';
import type { Span } from '../text/strand.js';
import { wordsOf } from '../text/words.js';
import { afterLink, byAgent } from './addressees.js';
import { ownEnd, trailingLabel } from './item-ends.js';
import type { FoundPassage } from './found-passage.js';
import { announcesRecommendations, readLeadIn } from './lead-ins.js';
import { CONFIDENCE, OverLists, type Over } from './over-lists.js';
import type { Reading } from './reading.js';
import { asks, asksPlainly, type Voice } from './voice.js';
import { Voices } from './voices.js';

const DOT_LEADERS = /\.{4}|(?:\. ){4}/;
/** An item that ends in a colon and has no verb of its own names a group: "Banks:". */
const MOST_WORDS_OF_A_GROUP = 10;

/** The passages that are items of lists. */
export function findListPassages(reading: Reading): FoundPassage[] {
  return new ListReader(reading).read();
}

class ListReader {
  readonly #found: FoundPassage[] = [];
  readonly #voices: Voices;
  readonly #overLists: OverLists;

  constructor(readonly reading: Reading) {
    this.#voices = new Voices(reading);
    this.#overLists = new OverLists(reading, this.#voices);
  }

  read(): FoundPassage[] {
    for (const list of this.reading.lists) this.#readList(list);
    return this.#found;
  }

  #readList(list: List): void {
    const over = this.#overLists.of(list);
    // Beside a paragraph that announces recommendations, the numbered paragraphs around it are the report's own words.
    const isReport = list.roots.some(
      (root) =>
        root.children.length > 0 &&
        announcesRecommendations(this.reading.strand(root.block.spans), this.reading.vocabulary),
    );
    const around: Over =
      isReport && over.kind === 'recommendation' && over.leadIn === null ? { ...over, kind: null } : over;
    for (const root of list.roots) this.#visit(root, around);
  }

  #visit(node: ListNode, over: Over): void {
    const { block } = node;
    const strand = this.reading.strand(block.spans);
    if (DOT_LEADERS.test(strand.words)) return;
    if (node.children.length > 0 && this.#isRoof(node)) return this.#visitBelow(node, over);
    const apart = node.children.filter((child) => isNumberedApart(child.block));
    const own: ListNode = { block, children: node.children.filter((child) => !isNumberedApart(child.block)) };
    const kind = this.#kindOf(block, over);
    const passage = kind === null ? null : this.#passage(own, kind, over);
    if (passage !== null) this.#found.push(passage);
    const below =
      passage === null
        ? over
        : { ...over, kind: passage.kind, confidence: passage.confidence, addressees: passage.addressees };
    for (const child of apart) this.#visit(child, below);
  }

  /** An item that only announces or groups: its children are the items. */
  #isRoof({ block }: ListNode): boolean {
    const { vocabulary } = this.reading;
    const strand = this.reading.strand(block.spans);
    if (announcesRecommendations(strand, vocabulary)) return true;
    const isGroup =
      /:\s*$/.test(strand.words) && wordsOf(strand.words, MOST_WORDS_OF_A_GROUP + 1).length <= MOST_WORDS_OF_A_GROUP;
    return isGroup && !asks(this.#voices.of(block));
  }

  #visitBelow(node: ListNode, over: Over): void {
    const { vocabulary } = this.reading;
    const strand = this.reading.strand(node.block.spans);
    const led = readLeadIn(strand, vocabulary);
    const section = over.section;
    const announced = announcesRecommendations(strand, vocabulary);
    const kind = announced ? 'recommendation' : (led?.kind ?? over.kind);
    const addressees = led !== null && led.addressees.length > 0 ? led.addressees : over.addressees;
    const leadIn = foldSpaces(led === null ? strand.words : strand.words.slice(led.start, led.end));
    const below: Over = {
      kind,
      confidence: CONFIDENCE.leadIn,
      leadIn,
      addressees,
      isOpenCall: led?.isOpenCall ?? false,
      number: announced ? node.block.marker.number : null,
      section,
    };
    for (const child of node.children) {
      this.#overLists.remember(child.block.place.run, below);
      this.#visit(child, below);
    }
  }

  #kindOf(block: ItemBlock, over: Over): PassageKind | null {
    const voice = this.#voices.of(block);
    if (over.kind === 'aside') return null;
    if (over.kind === 'recommendation') return voice.isPosition ? 'context' : 'recommendation';
    if (block.marker.kind === 'label') return 'recommendation';
    if (over.kind === 'issue' || over.kind === 'interest') return asksPlainly(voice) ? 'recommendation' : over.kind;
    if (this.#voices.isInCallingRun(block)) return 'recommendation';
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
    const voice = this.#voices.of(block);
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
    return this.reading.vocabulary.addressing.agentsInItems
      ? byAgent(words, wordsOf(words, 60), 0, this.reading.vocabulary)
      : [];
  }

  #confidence(block: ItemBlock, over: Over, voice: Voice): number {
    const base =
      block.marker.kind === 'label'
        ? CONFIDENCE.label
        : over.kind !== null
          ? over.confidence
          : this.#voices.isInCallingRun(block)
            ? CONFIDENCE.run
            : CONFIDENCE.own;
    return Math.min(0.98, base + (asks(voice) ? 0.07 : 0));
  }
}

/** Items with a full number of their own ("6-1", "127.4") stand beside the item they are numbered under. */
function isNumberedApart({ marker }: ItemBlock): boolean {
  return marker.kind === 'label' || marker.readings.some((reading) => reading.path.length > 1);
}

function numberOf({ marker }: ItemBlock, under: string | null): string | null {
  if (marker.number === null || under === null || marker.readings.some((reading) => reading.path.length > 1))
    return marker.number;
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
