import type { PassageKind } from '@uptake/contracts';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import { splitSentences } from '../text/sentences.js';
import type { Strand } from '../text/strand.js';
import { wordsOf, type Word } from '../text/words.js';
import { ofAnnouncement } from './addressees.js';
import { findCall } from './calls.js';

/**
 * The sentence that leads into a list. `kind` is what it makes of the items: `aside` for lists of people, papers or
 * pledges, null where the words do not say. `isFirm` marks a call or announcement; a bare "X should:" needs more.
 */
export interface LeadIn {
  kind: PassageKind | 'aside' | null;
  isFirm: boolean;
  addressees: string[];
  /** It breaks off where an addressee would follow, "We call on:", so that each item begins with its own. */
  isOpenCall: boolean;
  /** Stretch of the strand's words. */
  start: number;
  end: number;
}

const WORDS_READ = 140;
/** Words between "following" and the noun it points to. */
const POINTER_REACH = 5;
const WORDS_BEFORE_COLON = 4;
const FIRM_NOUN =
  /^(?:ال)?(?:recom|calls?$|appels?$|llama|demand|revend|exigenc|proposals?$|propositions?$|propuestas?$|توصي|مطالب|مقترح|راسپارد|پيشني|داواكاري)/;

/** Reads the last sentence of what stands before a list; null where it is prose that leads into nothing. */
export function readLeadIn(strand: Strand, vocabulary: Vocabulary): LeadIn | null {
  const sentence = splitSentences(strand.words, vocabulary.abbreviations).at(-1);
  if (sentence === undefined) return null;
  const text = strand.words.slice(sentence.start, sentence.end);
  const words = wordsOf(text, WORDS_READ);
  const isOpen = /[:\uFE55\uFF1A]["'”’»)*_]*$/.test(text);
  const pointer = vocabulary.announcements.pointers.indexIn(words);
  if (!isOpen && pointer < 0) return null;
  const found = judge(text, words, pointer, isOpen, vocabulary);
  return found === null
    ? null
    : {
        ...found,
        isOpenCall: found.kind === 'recommendation' && isOpen && breaksOff(words, vocabulary),
        start: sentence.start,
        end: sentence.end,
      };
}

type Judgement = Pick<LeadIn, 'kind' | 'isFirm' | 'addressees'>;

function judge(
  text: string,
  words: readonly Word[],
  pointer: number,
  isOpen: boolean,
  vocabulary: Vocabulary,
): Judgement | null {
  const call = findCall(text, vocabulary);
  const announced = announcedKind(words, pointer, isOpen, vocabulary);
  if (call?.form === 'performative')
    return { kind: 'recommendation', isFirm: true, addressees: addresseesOf(call.addressees, text, words, vocabulary) };
  if (isOpen && endsInCall(words, vocabulary)) return { kind: 'recommendation', isFirm: true, addressees: [] };
  if (announced === 'recommendation' && !isFirmNoun(words, vocabulary.announcements)) {
    return {
      kind: announced,
      isFirm: false,
      addressees: addresseesOf(call?.addressees ?? [], text, words, vocabulary),
    };
  }
  if (announced !== null) {
    const addressees =
      announced === 'recommendation' ? addresseesOf(call?.addressees ?? [], text, words, vocabulary) : [];
    return { kind: announced, isFirm: true, addressees };
  }
  if (call?.form === 'obligation') return { kind: 'recommendation', isFirm: false, addressees: call.addressees };
  if (!isOpen) return null;
  if (isOwnFinding(words, vocabulary) || vocabulary.concerns.indexIn(words) >= 0)
    return { kind: 'issue', isFirm: true, addressees: [] };
  return { kind: null, isFirm: false, addressees: [] };
}

function breaksOff(words: readonly Word[], { calls }: Vocabulary): boolean {
  const open = (at: number) =>
    [calls.firstPerson, calls.thirdPerson].some((set) => set.lengthAt(words, at) === words.length - at);
  const last = words.length - 1;
  return (
    !/^(?:to|for|a|de|that|que|الي)$/.test(words[last]?.folded ?? '') &&
    [last, last - 1, last - 2].some((at) => at >= 0 && open(at))
  );
}

/** A long sentence that comes to its call only before the colon: "..., it calls for:". */
function endsInCall(words: readonly Word[], { calls }: Vocabulary): boolean {
  const from = Math.max(0, words.length - WORDS_BEFORE_COLON);
  return [calls.firstPerson, calls.thirdPerson, calls.impersonal].some((set) => set.indexIn(words, from) >= 0);
}

function addresseesOf(own: readonly string[], text: string, words: readonly Word[], vocabulary: Vocabulary): string[] {
  return own.length > 0 ? [...own] : ofAnnouncement(text, words, vocabulary);
}

/** "the following seven steps", "The recommendations listed below": by the noun that is pointed to, or any before a colon. */
function announcedKind(
  words: readonly Word[],
  pointer: number,
  isOpen: boolean,
  { announcements }: Vocabulary,
): LeadIn['kind'] {
  const kinds = ['aside', 'recommendation', 'issue', 'interest'] as const;
  const reach = pointer < 0 ? [] : words.slice(Math.max(0, pointer - POINTER_REACH), pointer + POINTER_REACH + 1);
  const behind = words.slice(pointer, pointer + POINTER_REACH + 1);
  for (const near of [behind, reach]) {
    for (const kind of kinds) if (pointer >= 0 && announcements[kind].indexIn(near) >= 0) return kind;
  }
  if (pointer >= 0 && isFirmNoun(words.slice(0, 6), announcements)) return 'recommendation';
  if (!isOpen) return null;
  for (const kind of kinds) if (announcements[kind].indexIn(words, Math.max(0, words.length - 3)) >= 0) return kind;
  return null;
}

/** Plain "recommendations", "calls", "demands": "measures" and "steps" are said of much else. */
function isFirmNoun(words: readonly Word[], { recommendation }: Vocabulary['announcements']): boolean {
  return words.some((word, at) => recommendation.lengthAt(words, at) > 0 && FIRM_NOUN.test(word.folded));
}

/** "We found:", "The audit identified:" and not what somebody in the text found; other languages say it by the verb. */
function isOwnFinding(words: readonly Word[], { findings, calls, lexicon }: Vocabulary): boolean {
  const at = findings.indexIn(words);
  if (at < 0 || lexicon.calls.speakers.length === 0) return at >= 0;
  return words
    .slice(Math.max(0, at - 4), at)
    .some((word) => calls.speakers.has(word.raw) || calls.speakerNouns.has(word.raw));
}

/** Whether an item does no more than announce the recommendations numbered under it. */
export function announcesRecommendations(strand: Strand, vocabulary: Vocabulary): boolean {
  const words = wordsOf(strand.words, WORDS_READ);
  const { pointers, recommendation } = vocabulary.announcements;
  const noun = recommendation.indexIn(words, 0, 14);
  return noun >= 0 && FIRM_NOUN.test(words[noun]?.folded ?? '') && pointers.indexIn(words) >= 0;
}
