import type { Vocabulary } from '../lexicon/vocabulary.js';
import { isCapitalised, wordsOf, type Word } from '../text/words.js';
import { afterLink, byAgent, isBreak, ofClause, ofOpening, subjectOf, vocatives } from './addressees.js';

/**
 * How words ask for something. `performative`: somebody calls ("we urge X to"); `vocative`: the addressee is named
 * first ("Al Gobierno, crear"); `action`: they begin with the deed; `obligation`: "X should".
 */
export type CallForm = 'performative' | 'vocative' | 'action' | 'obligation';

export interface Call {
  form: CallForm;
  /** Where the calling clause begins, behind "In addition," and the like. */
  start: number;
  addressees: string[];
  /** Said by the text's own voice: "we", "it is recommended", a committee or report; not by somebody it tells of. */
  isOwn: boolean;
  /** An obligation whose subject is a named party and acts itself. */
  isDirect: boolean;
}

/** Words of a sentence that are looked at; a call that begins later is none. */
const WORDS_READ = 100;
const LATEST_CALL = 48;
const LATEST_CALL_WITHOUT_CASE = 10;
const LATEST_OBLIGATION = 40;
const MOST_ADVERBS = 4;
const TAKES_CLAUSE = /^(?:recom|propos|sugg|suger)/;
/** Said of much that asks for nothing: "I propose to show", "the study suggests". */
const MILD = /^(?:propos|sugg|suger|suggest|ask|request)/;
const PRONOUN = /^(?:it|they|he|she|il|ils|elle|elles)$/;

/** The call that the words of an item or sentence make, or null. */
export function findCall(text: string, vocabulary: Vocabulary): Call | null {
  const words = wordsOf(text, WORDS_READ);
  const opening = skipConnectives(words, vocabulary);
  const firstEnd = words.findIndex((_, at) => isBreak(text, words, at)) + 1;
  const first = firstEnd === 0 ? words : words.slice(0, firstEnd);
  return (
    performative(text, first, opening, vocabulary) ??
    vocative(text, words, opening, vocabulary) ??
    action(text, words, opening, vocabulary) ??
    obligation(text, first, opening, vocabulary) ??
    performative(text, words, opening, vocabulary)
  );
}

function skipConnectives(words: readonly Word[], { connectives }: Vocabulary): number {
  let at = 0;
  for (
    let length = connectives.lengthAt(words, at);
    length > 0 && at + length < words.length;
    length = connectives.lengthAt(words, at)
  )
    at += length;
  return at;
}

function performative(text: string, words: readonly Word[], opening: number, vocabulary: Vocabulary): Call | null {
  const { calls } = vocabulary;
  for (let at = 0; at < words.length && at < LATEST_CALL; at += 1) {
    const first = firstPerson(words, at, vocabulary);
    const verb = first?.verb ?? at;
    const length =
      first?.length ?? (isThirdPerson(text, words, at, vocabulary) ? calls.thirdPerson.lengthAt(words, at) : 0);
    const isHeadless = first === null && at === opening && isHeadlessCall(text, words, at, vocabulary);
    if (length > 0 || isHeadless) {
      const start = first === null ? clauseStart(words, opening, at) : first.start;
      const verbLength = isHeadless ? calls.thirdPerson.lengthAt(words, at) : length;
      return {
        form: 'performative',
        start,
        addressees: called(text, words, verb, verbLength, vocabulary),
        isOwn: !isMild(words[verb]) && (first !== null || isHeadless || isSpeaker(words, at, vocabulary)),
        isDirect: true,
      };
    }
    const impersonal = calls.impersonal.lengthAt(words, at);
    if (impersonal > 0) {
      const subject = at > opening ? subjectOf(text, words, opening, at, vocabulary) : [];
      const addressees = subject.length > 0 ? subject : (afterLink(text, words, at + impersonal, vocabulary) ?? []);
      return { form: 'performative', start: words[opening]?.start ?? 0, addressees, isOwn: true, isDirect: true };
    }
  }
  return null;
}

function firstPerson(words: readonly Word[], at: number, { calls, lexicon }: Vocabulary) {
  if (lexicon.calls.speakers.length === 0) {
    const length = calls.firstPerson.lengthAt(words, at);
    if (length === 0) return null;
    const hasPronoun = /^(?:nous|nosotros|nosotras|ئێمە)$/.test(words[at - 1]?.folded ?? '');
    return { start: words[hasPronoun ? at - 1 : at]?.start ?? 0, verb: at, length };
  }
  if (calls.speakers.lengthAt(words, at) === 0) return null;
  const verb = skipAdverbs(words, at + 1, calls.adverbs);
  const length = calls.firstPerson.lengthAt(words, verb);
  return length === 0 ? null : { start: words[at]?.start ?? 0, verb, length };
}

function skipAdverbs(words: readonly Word[], from: number, adverbs: Vocabulary['calls']['adverbs']): number {
  let at = from;
  while (at < from + MOST_ADVERBS && (adverbs.lengthAt(words, at) > 0 || /.ly$/.test(words[at]?.folded ?? ''))) at += 1;
  return at;
}

/** "The Committee urges", "La Ligue appelle": behind a name. Where a script has no capitals the verb must come early. */
function isThirdPerson(
  text: string,
  words: readonly Word[],
  at: number,
  { calls, lexicon, stopWords }: Vocabulary,
): boolean {
  const verb = words[at];
  const length = calls.thirdPerson.lengthAt(words, at);
  if (verb === undefined || length === 0) return false;
  if (length === 1 && calls.notVerbBefore.lengthAt(words, at + 1) > 0) return false;
  if (lexicon.direction === 'rtl') return at < LATEST_CALL_WITHOUT_CASE;
  let before = at - 1;
  while (before > 0 && at - before <= MOST_ADVERBS && calls.adverbs.lengthAt(words, before) > 0) before -= 1;
  const subject = words[before];
  if (subject === undefined || before < 0 || isCapitalised(verb)) return false;
  // "The demands of ...": behind an article the verb is a noun.
  if (stopWords.has(subject.folded) && !PRONOUN.test(subject.folded)) return false;
  const between = text.slice(subject.end, words[before + 1]?.start);
  return isCapitalised(subject) || calls.speakerNouns.has(subject.raw) || /^\)\s/.test(between);
}

/** "Urges all States to ...": an item whose subject stands in the sentence above its list. */
function isHeadlessCall(text: string, words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const length = vocabulary.lexicon.direction === 'rtl' ? 0 : vocabulary.calls.thirdPerson.lengthAt(words, at);
  if (length === 0 || vocabulary.calls.notVerbBefore.lengthAt(words, at + length) > 0) return false;
  return /s$/.test(words[at]?.folded ?? '') && called(text, words, at, length, vocabulary).length > 0;
}

/** A committee, a commission, a report: who recommends by office. */
function isSpeaker(words: readonly Word[], verb: number, { calls, lexicon }: Vocabulary): boolean {
  if (lexicon.direction === 'rtl') return true;
  return words.slice(Math.max(0, verb - MOST_ADVERBS), verb).some((word) => calls.speakerNouns.has(word.raw));
}

function isMild(verb: Word | undefined): boolean {
  return verb !== undefined && MILD.test(verb.folded);
}

/** A clause without a speaker of its own begins behind the opening. */
function clauseStart(words: readonly Word[], opening: number, verb: number): number {
  return words[Math.min(opening, verb)]?.start ?? 0;
}

/** Whom a calling verb is turned to: "call on X to", "recommend that X". */
function called(text: string, words: readonly Word[], verb: number, length: number, vocabulary: Vocabulary): string[] {
  const after = verb + length;
  const isClause = /^(?:that|que|qu'|بان|ان|كه)$/.test(words[after]?.folded ?? '');
  if (isClause) return ofClause(text, words, after + 1, vocabulary);
  if (vocabulary.isAction(words, after) && !isCapitalised(words[after])) return [];
  // "recommend X establish" is a clause; the "to" further on belongs to what is to be done.
  const clause = TAKES_CLAUSE.test(words[after - 1]?.folded ?? '') ? ofClause(text, words, after, vocabulary) : [];
  if (clause.length > 0) return clause;
  const linked = afterLink(text, words, after, vocabulary);
  if (linked !== null || vocabulary.lexicon.direction === 'rtl' || /(?:for|pour)$/.test(words[after - 1]?.folded ?? ''))
    return linked ?? [];
  return ofClause(text, words, after, vocabulary);
}

function vocative(text: string, words: readonly Word[], opening: number, vocabulary: Vocabulary): Call | null {
  const addressees = vocatives(text, words, opening, vocabulary);
  return addressees.length === 0
    ? null
    : { form: 'vocative', start: words[opening]?.start ?? 0, addressees, isOwn: true, isDirect: true };
}

function action(text: string, words: readonly Word[], opening: number, vocabulary: Vocabulary): Call | null {
  const mark = vocabulary.actionMarks.lengthAt(words, opening);
  const isAction =
    vocabulary.isQualifiedAction(words, opening) || (mark > 0 && vocabulary.isQualifiedAction(words, opening + mark));
  return isAction
    ? {
        form: 'action',
        start: words[opening]?.start ?? 0,
        addressees: ofOpening(text, words, opening, vocabulary),
        isOwn: true,
        isDirect: false,
      }
    : null;
}

function obligation(text: string, words: readonly Word[], opening: number, vocabulary: Vocabulary): Call | null {
  const at = vocabulary.obligations.indexIn(words, opening, LATEST_OBLIGATION);
  if (at < 0) return null;
  const after = skipAdverbs(words, at + vocabulary.obligations.lengthAt(words, at), vocabulary.calls.adverbs);
  // "should have been" looks back.
  if (words[after]?.folded === 'have' && /(?:ed|en|been)$/.test(words[after + 1]?.folded ?? '')) return null;
  const start = words[opening]?.start ?? 0;
  if (vocabulary.passives.lengthAt(words, after) > 0) {
    return {
      form: 'obligation',
      start,
      addressees: byAgent(text, words, after, vocabulary),
      isOwn: true,
      isDirect: false,
    };
  }
  const subject =
    vocabulary.lexicon.direction === 'rtl'
      ? (afterLink(text, words, at + 1, vocabulary) ?? [])
      : subjectOf(text, words, opening, at, vocabulary);
  return { form: 'obligation', start, addressees: subject, isOwn: true, isDirect: subject.length > 0 };
}
