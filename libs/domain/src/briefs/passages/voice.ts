import type { Vocabulary } from '../lexicon/vocabulary.js';
import { wordsOf } from '../text/words.js';
import { findCall, type Call } from './calls.js';

/** How an item or sentence speaks: it calls, states a position or a concern, or only tells. */
export interface Voice {
  form: Call['form'] | 'position' | 'concern' | 'statement';
  /** Begins with a verb that states a position or a concern and asks for nothing: "deplores", "notes with concern". */
  isPosition: boolean;
  call: Call | null;
}

/** A position or concern is heard in the first words. */
const OPENING_WORDS = 14;
const POSITION_WORDS = 3;

export function voiceOf(text: string, vocabulary: Vocabulary): Voice {
  const words = wordsOf(text, OPENING_WORDS);
  if (vocabulary.positions.indexIn(words, 0, POSITION_WORDS) >= 0) {
    return { form: vocabulary.concerns.indexIn(words) >= 0 ? 'concern' : 'position', isPosition: true, call: null };
  }
  const call = findCall(text, vocabulary);
  if (call !== null) return { form: call.form, isPosition: false, call };
  return { form: vocabulary.concerns.indexIn(words) >= 0 ? 'concern' : 'statement', isPosition: false, call: null };
}

/** Whether it asks for something, however it does. */
export function asks({ call }: Voice): boolean {
  return call !== null;
}

/** Whether it asks in words that need no heading to be understood. */
export function asksPlainly({ form }: Voice): boolean {
  return form === 'performative' || form === 'vocative';
}
