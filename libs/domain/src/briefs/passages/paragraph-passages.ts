import type { PassageKind } from '@uptake/contracts';
import type { ParagraphBlock } from '../structure/blocks.js';
import type { Section } from '../structure/sections.js';
import { splitSentences } from '../text/sentences.js';
import { foldSpaces } from '../text/spaces.js';
import type { Strand } from '../text/strand.js';
import { wordsOf } from '../text/words.js';
import type { FoundPassage } from './found-passage.js';
import { addresseesOfHeadings } from './heading-addressees.js';
import { ownEnd, trailingLabel } from './item-ends.js';
import { paragraphsBesideLists } from './beside-lists.js';
import { linesAsItems } from './lines-as-items.js';
import { readLeadIn } from './lead-ins.js';
import type { Reading } from './reading.js';
import { asks, asksPlainly, voiceOf } from './voice.js';

const CONFIDENCE = { labelled: 0.92, led: 0.85, besideList: 0.78, alone: 0.72, context: 0.6 } as const;
/** A statement has at least this many words; shorter paragraphs are captions, dates and greetings. */
const LEAST_WORDS = 6;
/** A longer paragraph is prose of which single sentences are the passages. */
const LONGEST_ITEM = 1_500;
const ENDS_AS_SENTENCE = /[.!?؟۔]["'”’»)\]]{0,2}\d{0,3}$/;

/** Paragraphs that are items although nothing marks them: beside the bullets of a list, behind a lead-in, labelled. */
export function findParagraphPassages(reading: Reading, listed: readonly FoundPassage[]): FoundPassage[] {
  const beside = paragraphsBesideLists(reading);
  const withList = new Set(listed.map(({ section, kind }) => keyOf(section, kind)));
  const found: FoundPassage[] = [];
  for (const [i, block] of reading.blocks.entries()) {
    if (block.type !== 'paragraph' || reading.used.has(block)) continue;
    const section = reading.sectionOf[i] ?? null;
    if (section?.kind === 'aside') continue;
    const led = paragraphsLedInto(reading, i, section);
    const place = beside.has(block) ? 'beside' : withList.has(keyOf(section, section?.kind)) ? 'apart' : 'alone';
    const own = led.length > 0 ? led : itemsOf(reading, block, section, place);
    for (const passage of own) found.push(passage);
    if (led.length === 0 && own.length > 0) reading.used.add(block);
  }
  return found;
}

/** Where a paragraph stands in its section: next to a list of its kind, elsewhere beside one, or in a section of prose. */
type Place = 'beside' | 'apart' | 'alone';

function keyOf(section: Section | null, kind: Section['kind'] | undefined): string {
  return `${section?.index ?? -1} ${kind}`;
}

/** "We make two recommendations:" and then paragraphs instead of a list, for as long as they ask for something. */
function paragraphsLedInto(reading: Reading, at: number, section: Section | null): FoundPassage[] {
  const block = reading.blocks[at];
  if (block?.type !== 'paragraph' || reading.leadIns.has(block)) return [];
  const strand = reading.strand(block.spans);
  const led = readLeadIn(strand, reading.vocabulary);
  if (led?.kind !== 'recommendation' || !led.isFirm) return [];
  const found: FoundPassage[] = [];
  for (let next = at + 1; ; next += 1) {
    const paragraph = reading.blocks[next];
    if (paragraph?.type !== 'paragraph') break;
    const words = reading.strand(paragraph.spans);
    const voice = voiceOf(words.words, reading.vocabulary);
    if (!asks(voice) || words.words.length > LONGEST_ITEM) break;
    const addressees = voice.call !== null && voice.call.addressees.length > 0 ? voice.call.addressees : led.addressees;
    const leadIn = foldSpaces(strand.words.slice(led.start, led.end));
    found.push({
      ...passageOf(reading, words, 'recommendation', section),
      addressees,
      leadIn,
      confidence: CONFIDENCE.led,
    });
    reading.used.add(paragraph);
  }
  if (found.length > 0) reading.leadIns.set(block, led.start);
  return found;
}

function itemsOf(reading: Reading, block: ParagraphBlock, section: Section | null, place: Place): FoundPassage[] {
  const strand = reading.strand(block.spans);
  if (trailingLabel(strand.words) !== null && strand.words.length <= LONGEST_ITEM) {
    return [
      withAddressees(reading, {
        ...passageOf(reading, strand, 'recommendation', section),
        confidence: CONFIDENCE.labelled,
      }),
    ];
  }
  const kind = section?.kind ?? null;
  if (kind === null || kind === 'aside' || strand.words.trimEnd().endsWith(':')) return [];
  if (kind === 'context')
    return reading.isLong ? [] : statementsOf(reading, block, section, 'context', CONFIDENCE.context);
  if (place === 'apart') return [];
  const confidence = place === 'beside' ? CONFIDENCE.besideList : CONFIDENCE.alone;
  return kind === 'recommendation'
    ? callsOf(reading, block, section, confidence, place === 'beside')
    : statementsOf(reading, block, section, kind, confidence);
}

/** A paragraph among issues is one issue, unless each of its lines is a sentence of its own. */
function statementsOf(
  reading: Reading,
  block: ParagraphBlock,
  section: Section | null,
  kind: PassageKind,
  confidence: number,
): FoundPassage[] {
  const strands = linesAsItems(reading, block, false) ?? [reading.strand(block.spans)];
  return strands
    .filter(({ words }) => wordsOf(words, LEAST_WORDS).length >= LEAST_WORDS && ENDS_AS_SENTENCE.test(words.trimEnd()))
    .map((strand) => {
      const isCall = kind !== 'context' && asksPlainly(voiceOf(strand.words, reading.vocabulary));
      return withAddressees(reading, {
        ...passageOf(reading, strand, isCall ? 'recommendation' : kind, section),
        confidence,
      });
    });
}

function callsOf(
  reading: Reading,
  block: ParagraphBlock,
  section: Section | null,
  confidence: number,
  isBesideList: boolean,
): FoundPassage[] {
  const strands = linesAsItems(reading, block, true) ?? [reading.strand(block.spans)];
  return strands
    .filter(({ words }) => words.length <= LONGEST_ITEM && firstSentenceAsks(words, reading))
    .map((strand) =>
      withAddressees(reading, {
        ...passageOf(reading, strand, 'recommendation', section),
        confidence,
        isStructured: isBesideList,
      }),
    );
}

/** A deed named first must look like the beginning of an item, not of any sentence: "Reform is needed" asks nothing. */
function firstSentenceAsks(words: string, { vocabulary }: Reading): boolean {
  const first = splitSentences(words, vocabulary.abbreviations)[0];
  const sentence = words.slice(first?.start ?? 0, first?.end ?? 0);
  const voice = voiceOf(sentence, vocabulary);
  return asks(voice) && wordsOf(sentence, 3).length >= 3;
}

function withAddressees(reading: Reading, passage: FoundPassage): FoundPassage {
  if (passage.kind !== 'recommendation') return passage;
  const own = voiceOf(passage.strand.words, reading.vocabulary).call?.addressees ?? [];
  return { ...passage, addressees: own.length > 0 ? own : addresseesOfHeadings(passage.section, reading) };
}

function passageOf(reading: Reading, strand: Strand, kind: PassageKind, section: Section | null): FoundPassage {
  return {
    kind,
    strand,
    start: 0,
    end: ownEnd(strand.words, reading.vocabulary),
    number: trailingLabel(strand.words),
    addressees: [],
    leadIn: null,
    section,
    confidence: CONFIDENCE.alone,
    warnings: ['no-marker'],
    isStructured: true,
  };
}
