import { foldWord, wordsOf, type Word } from './words.js';

/** Letters of the conjunctions that Arabic writes onto the word after them. */
const WAW = 0x648;
const FEH = 0x641;
const SHORTEST_JOINED = 4;

/** Phrases looked up by their first word: a text is read once, however many phrases there are. */
export class PhraseSet {
  readonly #byFirst = new Map<string, string[][]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const words = wordsOf(phrase, 12).map((word) => word.folded);
      const first = words[0];
      if (first === undefined) continue;
      const known = this.#byFirst.get(first);
      if (known === undefined) this.#byFirst.set(first, [words]);
      else known.push(words);
    }
    for (const known of this.#byFirst.values()) known.sort((a, b) => b.length - a.length);
  }

  /** Words of the longest phrase that begins at `words[at]`, 0 where none does. */
  lengthAt(words: readonly Word[], at: number): number {
    const first = words[at]?.folded;
    if (first === undefined) return 0;
    const length = this.#match(words, at, first);
    return length > 0 || !isJoined(first) ? length : this.#match(words, at, first.slice(1));
  }

  /** Index of the first word in `words[from, to)` where a phrase begins, -1 where none does. */
  indexIn(words: readonly Word[], from = 0, to = words.length): number {
    for (let at = from; at < to && at < words.length; at += 1) if (this.lengthAt(words, at) > 0) return at;
    return -1;
  }

  has(word: string): boolean {
    return (this.#byFirst.get(foldWord(word)) ?? []).some((phrase) => phrase.length === 1);
  }

  #match(words: readonly Word[], at: number, first: string): number {
    for (const phrase of this.#byFirst.get(first) ?? []) {
      if (phrase.every((word, i) => i === 0 || words[at + i]?.folded === word)) return phrase.length;
    }
    return 0;
  }
}

function isJoined(word: string): boolean {
  const code = word.charCodeAt(0);
  return (code === WAW || code === FEH) && word.length >= SHORTEST_JOINED;
}
