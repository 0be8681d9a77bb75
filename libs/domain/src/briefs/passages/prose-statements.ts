import type { Vocabulary } from '../lexicon/vocabulary.js';
import { isCapitalised, wordsOf, type Word } from '../text/words.js';
import type { Reading } from './reading.js';

export interface ProseStatement {
  kind: 'issue' | 'interest';
  /** Where it begins in its sentence. */
  start: number;
  confidence: number;
}

const WORDS_READ = 100;
const LATEST_VOICE = 16;
const TROUBLES_OF_AN_ISSUE = 2;

/**
 * An issue or interest that its author states in prose: "we found that ...", "we are concerned ...", a contrast with a
 * trouble in it, troubles in the author's own voice, a commitment. Null for all other sentences, and in long texts.
 */
export function findProseStatement(sentence: string, { vocabulary, isLong }: Reading): ProseStatement | null {
  if (isLong) return null;
  const words = wordsOf(sentence, WORDS_READ);
  if (vocabulary.commitments.indexIn(words, 0, LATEST_VOICE + 4) >= 0)
    return { kind: 'interest', start: 0, confidence: 0.45 };
  const speaker = speakerIndex(words, vocabulary);
  if (speaker >= 0) return { kind: 'issue', start: words[speaker]?.start ?? 0, confidence: 0.5 };
  const troubles = words.filter((_, at) => vocabulary.troubles.lengthAt(words, at) > 0).length;
  const isContrast = vocabulary.contrasts.lengthAt(words, 0) > 0 && troubles > 0;
  const isPosition = vocabulary.positions.indexIn(words, 0, 2) >= 0;
  const isOwnVoice = !isPosition && troubles >= TROUBLES_OF_AN_ISSUE && isAuthor(words, vocabulary);
  return isContrast || isOwnVoice ? { kind: 'issue', start: 0, confidence: 0.4 } : null;
}

/** The speaker of a finding or concern: "we" where the language says it, else the beginning of the sentence. */
function speakerIndex(words: readonly Word[], { lexicon, calls, findings, concerns }: Vocabulary): number {
  if (lexicon.calls.speakers.length === 0) {
    const isVoiced = concerns.indexIn(words, 0, LATEST_VOICE) >= 0 || findings.indexIn(words, 0, LATEST_VOICE) >= 0;
    return isVoiced ? 0 : -1;
  }
  for (let at = 0; at < words.length && at < LATEST_VOICE; at += 1) {
    if (calls.speakers.lengthAt(words, at) === 0) continue;
    const near = words.slice(at + 1, at + 5);
    const isFinding = findings.indexIn(near, 0, 2) >= 0 && near.some((word) => word.folded === 'that');
    if (isFinding || concerns.indexIn(near) >= 0) return at;
  }
  return concerns.indexIn(words, 1, 5) > 0 && isCapitalised(words[0]) ? 0 : -1;
}

/** The sentence begins with whoever speaks: an organisation by its short name or by what it is. */
function isAuthor(words: readonly Word[], { calls }: Vocabulary): boolean {
  return words.slice(0, 5).some((word) => calls.speakerNouns.has(word.raw) || /^\p{Lu}{3,}$/u.test(word.raw));
}
