import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { Block } from '../structure/blocks.js';
import type { Section } from '../structure/sections.js';
import { splitSentences } from '../text/sentences.js';
import { foldSpaces } from '../text/spaces.js';
import type { Strand } from '../text/strand.js';
import { isCapitalised, wordsOf } from '../text/words.js';
import { findCall, type Call } from './calls.js';
import type { FoundPassage } from './found-passage.js';
import { splitInlineItems } from './inline-items.js';
import type { Reading } from './reading.js';
import { findProseStatement } from './prose-statements.js';

const CONFIDENCE = { performative: 0.6, enumerated: 0.7, obligation: 0.4 } as const;
const NUMBERED = 'item';
/** A paragraph with more calls is no prose that anybody wrote; the rest of it is passed over. */
const MOST_OF_A_PARAGRAPH = 200;

export interface ProseOptions {
  /** For texts in which nothing else asks: take "X should act" for a call, and read a long text outside its recommendations too. */
  isLastResort: boolean;
}

/** Calls, issues and interests said in running text, sentence by sentence. */
export function findProsePassages(reading: Reading, options: ProseOptions): FoundPassage[] {
  const found: FoundPassage[] = [];
  for (const [i, block] of reading.blocks.entries()) {
    if (block.type === 'heading' || reading.used.has(block)) continue;
    const section = reading.sectionOf[i] ?? null;
    if (!isRead(block, section, reading, options)) continue;
    for (const passage of passagesOf(block, section, reading, options)) found.push(passage);
  }
  return found;
}

/** In a long text only what stands among recommendations; in a short one all but annexes and lists of other things. */
function isRead(block: Block, section: Section | null, { isLong }: Reading, { isLastResort }: ProseOptions): boolean {
  if (section?.kind === 'aside' || (block.type === NUMBERED && block.marker.kind === 'bullet')) return false;
  return !isLong || isLastResort || section?.kind === 'recommendation';
}

function passagesOf(
  block: Exclude<Block, { type: 'heading' }>,
  section: Section | null,
  reading: Reading,
  options: ProseOptions,
): FoundPassage[] {
  const { vocabulary } = reading;
  const strand = reading.strand(block.spans);
  const until = reading.leadIns.get(block) ?? strand.words.length;
  const found: FoundPassage[] = [];
  let before: Call | null = null;
  for (const { start, end } of splitSentences(strand.words.slice(0, until), vocabulary.abbreviations)) {
    if (found.length >= MOST_OF_A_PARAGRAPH) {
      reading.isCut = true;
      break;
    }
    const sentence = strand.words.slice(start, end);
    const base = {
      strand,
      section,
      leadIn: null,
      number: null,
      warnings: ['found-in-prose' as const],
      isStructured: false,
    };
    const call = findCall(sentence, vocabulary);
    if (call !== null && isCalling(call, before, sentence, section, reading, options)) {
      for (const passage of callPassages(call, sentence, start, base)) found.push(passage);
      before = call;
      continue;
    }
    before = null;
    // among recommendations a commitment closes the appeal: it is no interest that they serve
    if (section?.kind === 'recommendation') continue;
    const statement = findProseStatement(sentence, reading);
    if (statement !== null) found.push({ ...base, ...statement, start: start + statement.start, end, addressees: [] });
  }
  return found;
}

function isCalling(
  call: Call,
  before: Call | null,
  sentence: string,
  section: Section | null,
  { vocabulary, isLong, isShort }: Reading,
  { isLastResort }: ProseOptions,
): boolean {
  if (call.form === 'performative') return (call.isOwn || !isLong) && !isNegated(sentence, vocabulary);
  if (call.form !== 'obligation' || !call.isDirect) return false;
  if (section?.kind === 'recommendation') return true;
  const named = before?.addressees.map((name) => name.toLowerCase()) ?? [];
  const goesOn = call.addressees.some((name) => named.includes(name.toLowerCase()));
  return goesOn || (isLastResort && isShort && isParty(sentence, call));
}

/** What has been asked before, or is not asked, is no call now. */
function isNegated(sentence: string, vocabulary: Vocabulary): boolean {
  return (
    vocabulary.language === 'en' &&
    /\b(?:we|I) (?:do|did) not\b|\bhave (?:previously|already) recommended\b/.test(sentence.slice(0, 200))
  );
}

/** The subject is somebody with a name: "the Council", "States". */
function isParty(sentence: string, { addressees }: Call): boolean {
  return addressees.every((name) => wordsOf(name, 4).some(isCapitalised)) && sentence.length > 0;
}

type Base = Pick<FoundPassage, 'strand' | 'section' | 'leadIn' | 'number' | 'warnings' | 'isStructured'>;

function callPassages(call: Call, sentence: string, offset: number, base: Base & { strand: Strand }): FoundPassage[] {
  const items = splitInlineItems(sentence);
  const shared = { ...base, kind: 'recommendation' as const, addressees: call.addressees };
  const firstMark = items[0] === undefined ? -1 : sentence.lastIndexOf('(', items[0].start);
  if (items.length >= 2 && firstMark > 0) {
    const leadIn = foldSpaces(sentence.slice(call.start, firstMark));
    return items.map(({ number, start, end }) => ({
      ...shared,
      number,
      leadIn,
      start: offset + start,
      end: offset + end,
      confidence: CONFIDENCE.enumerated,
    }));
  }
  const confidence = call.form === 'performative' ? CONFIDENCE.performative : CONFIDENCE.obligation;
  return [{ ...shared, start: offset + call.start, end: offset + sentence.length, confidence }];
}
