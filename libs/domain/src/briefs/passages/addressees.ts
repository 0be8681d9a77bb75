import type { Vocabulary } from '../lexicon/vocabulary.js';
import { isCapitalised, wordsOf, type Word } from '../text/words.js';
import { splitNames, tidyName } from './names.js';

/** A name longer than this many words is a description; it is cut at its first clause. */
const WORDS_OF_A_NAME = 12;
const FARTHEST_LINK = 75;
const SUBJECT_WORDS = 14;
/** "X: (1) ...": the first item's number is no part of the name before it. */
const ENUMERATOR = /[\s:]*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)[\s\S]*$/;

/** "call on **X** to act": the words up to the link; null without a link. */
export function afterLink(
  text: string,
  words: readonly Word[],
  verbEnd: number,
  vocabulary: Vocabulary,
): string[] | null {
  const from = behindSpeaker(words, verbEnd, vocabulary);
  if (from === null) return [];
  const strict = untilLink(text, words, from, true, vocabulary);
  return strict ?? (vocabulary.addressing.linksBeforeActions ? untilLink(text, words, from, false, vocabulary) : null);
}

/** Strictly, "to" links only before a known action; else before any small-case word that is none of the little ones. */
function untilLink(
  text: string,
  words: readonly Word[],
  from: number,
  isStrict: boolean,
  vocabulary: Vocabulary,
): string[] | null {
  const { links, linksBeforeActions } = vocabulary.addressing;
  for (let at = from; at < words.length && at < from + FARTHEST_LINK; at += 1) {
    const length = links.lengthAt(words, at);
    const next = words[at + length];
    const isVerb =
      vocabulary.isQualifiedAction(words, at + length) ||
      (!isStrict && next !== undefined && !isCapitalised(next) && !vocabulary.stopWords.has(next.folded));
    const isLink = length > 0 && (!linksBeforeActions || isVerb || endsWithColon(text, words, at + length - 1));
    if (isLink || isPrefixed(words, at, vocabulary))
      return at === from ? [] : namesBetween(text, words, from, at, vocabulary);
    if (isBreak(text, words, at)) return null;
  }
  return null;
}

/** Arabic names who calls behind the verb: one noun is passed over, a longer name leaves open who is called on. */
function behindSpeaker(words: readonly Word[], at: number, { lexicon, calls, stopWords }: Vocabulary): number | null {
  const speaker = words[at];
  if (lexicon.direction === 'ltr' || speaker === undefined || !calls.speakerNouns.has(speaker.raw)) return at;
  const next = words[at + 1]?.folded ?? '';
  const goesOn = /^(?:ال.+يه|ل.+)$/.test(next) || stopWords.has(next);
  return goesOn ? null : at + 1;
}

/** "recommend that **X** establish": the words up to the verb of the clause, which may follow a parenthesis in commas. */
export function ofClause(text: string, words: readonly Word[], from: number, vocabulary: Vocabulary): string[] {
  const isParenthesis =
    text[words[from - 1]?.end ?? -1] === ',' && vocabulary.addressing.articles.lengthAt(words, from) === 0;
  let start = from;
  for (let at = from; at < words.length && at < from + FARTHEST_LINK; at += 1) {
    const isVerb = at > start && isClauseVerb(words, at, vocabulary);
    if (isVerb && (!isParenthesis || start > from)) return namesBetween(text, words, start, at, vocabulary);
    if (endsWithColon(text, words, at)) return namesBetween(text, words, start, at + 1, vocabulary);
    if (isBreak(text, words, at)) return [];
    const opensSubject =
      isParenthesis && text[words[at]?.end ?? -1] === ',' && vocabulary.addressing.articles.lengthAt(words, at + 1) > 0;
    if (opensSubject) start = at + 1;
  }
  return [];
}

function isClauseVerb(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at];
  if (word === undefined || isCapitalised(word) || vocabulary.stopWords.has(word.folded)) return false;
  if (vocabulary.addressing.articles.lengthAt(words, at - 1) > 0) return false;
  const isAction = vocabulary.lexicon.actionEndings.length === 0 && vocabulary.isQualifiedAction(words, at);
  if (isAction) return true;
  // A preposition stands before an article too.
  if (vocabulary.subordinators.lengthAt(words, at) > 0 || vocabulary.addressing.relatives.lengthAt(words, at) > 0)
    return false;
  return vocabulary.addressing.articles.lengthAt(words, at + 1) > 0;
}

/** "**X** should": the words before the verb, behind a clause that only introduces them. */
export function subjectOf(
  text: string,
  words: readonly Word[],
  from: number,
  verb: number,
  vocabulary: Vocabulary,
): string[] {
  let start = from;
  if (vocabulary.subordinators.lengthAt(words, from) > 0) {
    for (let at = from; at < verb - 1; at += 1) {
      if (endsClause(text, words, at) && (start === from || verb - start > SUBJECT_WORDS)) start = at + 1;
    }
    if (start === from) return [];
  }
  if (verb - start > SUBJECT_WORDS || vocabulary.addressing.pronouns.lengthAt(words, start) > 0) return [];
  return namesBetween(text, words, start, verb, vocabulary);
}

/** "should be taken by **X**". */
export function byAgent(text: string, words: readonly Word[], from: number, vocabulary: Vocabulary): string[] {
  for (let at = from; at < words.length; at += 1) {
    const length = vocabulary.addressing.agents.lengthAt(words, at);
    if (length === 0) continue;
    const first = at + length;
    const head = vocabulary.addressing.determiners.lengthAt(words, first) > 0 ? first + 1 : first;
    const hasName = vocabulary.lexicon.direction === 'rtl' || isCapitalised(words[head]);
    if (hasName) return namesBetween(text, words, first, nameEnd(text, words, first, vocabulary), vocabulary);
  }
  return [];
}

/** "**Al Gobierno y al Congreso**, crear ...": an item that names its addressees before the action. */
export function vocatives(text: string, words: readonly Word[], from: number, vocabulary: Vocabulary): string[] {
  if (vocabulary.addressing.vocatives.lengthAt(words, from) === 0) return [];
  for (let at = from + 2; at < words.length && at < from + FARTHEST_LINK; at += 1) {
    const isLinked = vocabulary.actionMarks.lengthAt(words, at) > 0 && vocabulary.isAction(words, at + 1);
    if (isLinked || (vocabulary.isAction(words, at) && !isCapitalised(words[at]))) {
      return vocativeNames(text.slice(words[from]?.start, words[at]?.start), vocabulary);
    }
    if (isSentenceEnd(text, words, at)) return [];
  }
  return [];
}

function vocativeNames(list: string, vocabulary: Vocabulary): string[] {
  const parts = list.split(/[,;]\s+|\s+[yeo]\s+(?=al?\s)/u).map((part) => beforeFiller(part, vocabulary));
  const names = parts.map((part) => tidyName(part, vocabulary));
  return unique(names.filter((name) => name !== null));
}

/** "the Government headed by its Minister" names the Government. */
function beforeFiller(part: string, { addressing }: Vocabulary): string {
  const words = wordsOf(part, 40);
  const at = words.findIndex(
    (_, i) => i > 1 && (addressing.partners.lengthAt(words, i) > 0 || addressing.fillers.lengthAt(words, i) > 0),
  );
  return at < 0 ? part : part.slice(0, words[at]?.start);
}

/** "recommendations to **X**", "will be examined by **X**": named by what announces a list. */
export function ofAnnouncement(text: string, words: readonly Word[], vocabulary: Vocabulary): string[] {
  const { answerers, receivers } = vocabulary.addressing;
  for (let at = 0; at < words.length; at += 1) {
    const length = answerers.lengthAt(words, at) || receivers.lengthAt(words, at);
    const first = at + length;
    if (length === 0 || vocabulary.isQualifiedAction(words, first)) continue;
    return namesBetween(text, words, first, nameEnd(text, words, first, vocabulary), vocabulary);
  }
  return [];
}

/** The word after a name that goes on to a clause, a stop or a bracket. */
function nameEnd(text: string, words: readonly Word[], from: number, { addressing, obligations }: Vocabulary): number {
  let at = from;
  while (at < words.length && at - from < WORDS_OF_A_NAME) {
    if (at > from && (addressing.relatives.lengthAt(words, at) > 0 || addressing.partners.lengthAt(words, at) > 0))
      return at;
    if (at > from && /^لل/.test(words[at]?.folded ?? '')) return at;
    if (at > from && (obligations.lengthAt(words, at) > 0 || /^(?:will|sera|seran)$/.test(words[at]?.folded ?? '')))
      return at;
    if (/^[,;:.)](?:\s|$)/.test(text.slice(words[at]?.end, (words[at]?.end ?? 0) + 2)) && !isInitial(words, at))
      return at + 1;
    at += 1;
  }
  return at;
}

function namesBetween(
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
): string[] {
  const { addressing } = vocabulary;
  let end = to;
  for (let at = from + 1; at < end; at += 1) {
    const isAside = addressing.partners.lengthAt(words, at) > 0 && text[words[at - 1]?.end ?? -1] === ',';
    const isClause = to - from > WORDS_OF_A_NAME && addressing.relatives.lengthAt(words, at) > 0;
    // A deputy between commas ("X, through Y, and Z") leaves open who is named behind it: all of it is kept.
    if (isClause || (isAside && !isResumed(text, words, at, to, vocabulary))) end = at;
  }
  const first = words[from];
  const last = words[end - 1];
  if (first === undefined || last === undefined || end <= from) return [];
  const closing = (isInitial(words, end - 1) ? /^[.)]+/ : /^\)/).exec(text.slice(last.end, last.end + 3))?.[0] ?? '';
  const names = text.slice(first.start, last.end + closing.length).replace(ENUMERATOR, '');
  return unique(splitNames(names, vocabulary));
}

function isResumed(
  text: string,
  words: readonly Word[],
  partner: number,
  to: number,
  { addressing, conjunctions }: Vocabulary,
): boolean {
  if (!/^(?:through|acting)$/.test(words[partner]?.folded ?? '')) return false;
  for (let at = partner + 1; at < to - 1; at += 1) {
    const isJoined = text[words[at - 1]?.end ?? -1] === ',' && conjunctions.lengthAt(words, at) > 0;
    if (addressing.partners.lengthAt(words, isJoined ? at + 1 : at) > 0) return false;
    if (isJoined && addressing.determiners.lengthAt(words, at + 1) > 0) return true;
  }
  return false;
}

/** A link written onto the word: "لضمان", "بفتح" and verbs behind ل. */
function isPrefixed(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at];
  if (word === undefined) return false;
  return vocabulary.addressing.linkPrefixes.some((prefix) => {
    if (!word.folded.startsWith(prefix) || word.folded.length < 4) return false;
    const rest = word.folded.slice(prefix.length).replace(/^ل(?=.{4})/, '');
    return (
      vocabulary.isAction([{ ...word, folded: rest }], 0) ||
      (prefix === 'ل' && /^[تين].{3}/.test(rest) && !rest.startsWith('ال'))
    );
  });
}

function endsWithColon(text: string, words: readonly Word[], at: number): boolean {
  return /^\)?\s?:/.test(text.slice(words[at]?.end, (words[at]?.end ?? 0) + 3));
}

/** Whether a sentence or clause ends behind the word. */
export function isBreak(text: string, words: readonly Word[], at: number): boolean {
  const end = words[at]?.end ?? 0;
  return /^[;.?!؟؛](?:\s|$)/.test(text.slice(end, end + 2)) && !isInitial(words, at);
}

/** A comma with white space behind it; that of "4,000" ends nothing. */
function endsClause(text: string, words: readonly Word[], at: number): boolean {
  const end = words[at]?.end ?? 0;
  return /^,\s/.test(text.slice(end, end + 2));
}

function isSentenceEnd(text: string, words: readonly Word[], at: number): boolean {
  return isBreak(text, words, at) && text[words[at]?.end ?? -1] !== ';';
}

/** "the need for **X** to act": named by the noun that the words begin with. */
export function ofOpening(text: string, words: readonly Word[], from: number, vocabulary: Vocabulary): string[] {
  const first = words[from];
  if (first !== undefined && /^(?:que|qu')$/.test(first.folded)) return ofClause(text, words, from + 1, vocabulary);
  for (let at = from; at < from + 3; at += 1) {
    const length = vocabulary.addressing.receivers.lengthAt(words, at);
    if (length === 0) continue;
    // "قيام X ب": behind a verbal noun the first ب leads to the deed.
    const end = words.findIndex((word, i) => i > at + length && /^ب.{3}/.test(word.folded));
    if (end > 0 && vocabulary.addressing.linkPrefixes.length > 0)
      return namesBetween(text, words, at + length, end, vocabulary);
    return afterLink(text, words, at + length, vocabulary) ?? [];
  }
  return [];
}

/** The stop after "U.S" or "St" belongs to the word. */
function isInitial(words: readonly Word[], at: number): boolean {
  const raw = words[at]?.raw ?? '';
  return raw.length <= 2 && isCapitalised(words[at]);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
