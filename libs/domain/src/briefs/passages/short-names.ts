import { foldSpaces } from '../text/spaces.js';
import { isCapitalised, wordsOf, type Word } from '../text/words.js';

/** Words before a bracket that the name it shortens may take. */
const WORDS_BEFORE = 14;
const CHARACTERS_BEFORE = 160;
/** Names looked up in one text; each costs a pass over it. */
const MOST_NAMES = 60;
const SMALL_WORD = /^(?:of|and|for|the|de|du|des|la|le|les|y|del|los|las|et|on|in|to)$/;

/** Writes a name that the text shortens, "HCFA" or "the State agency", by the full name that it gave once. */
export class ShortNames {
  readonly #known = new Map<string, string>();

  constructor(readonly text: string) {}

  expand(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_NAMES || name.length > 40 || name.includes('(')) return name;
    const full = this.#fullName(name);
    const expanded = full === null ? name : `${full} (${name})`;
    this.#known.set(name, expanded);
    return expanded;
  }

  #fullName(name: string): string | null {
    const at = this.text.indexOf(`(${name})`);
    if (at < 0) return null;
    const before = this.text.slice(Math.max(0, at - CHARACTERS_BEFORE), at);
    const words = wordsOf(before, CHARACTERS_BEFORE).slice(-WORDS_BEFORE);
    const first = isAcronym(name) ? firstOfAcronym(words, name) : firstOfName(words);
    const last = words.at(-1);
    if (first === undefined || last === undefined || first === last) return null;
    return foldSpaces(before.slice(first.start, last.end)).replace(/['’]s?$/, '');
  }
}

function isAcronym(name: string): boolean {
  return /^\p{Lu}{2,10}$/u.test(name);
}

/** The words whose initials are the letters of the acronym, small words passed over. */
function firstOfAcronym(words: readonly Word[], acronym: string): Word | undefined {
  let letter = acronym.length - 1;
  let first: Word | undefined;
  let skipped = 0;
  for (let at = words.length - 1; at >= 0 && letter >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined) break;
    if (word.raw[0] === acronym[letter]) {
      letter -= 1;
      first = word;
    } else if (!SMALL_WORD.test(word.folded) && (skipped += 1) > 1) return undefined;
  }
  return letter < 0 ? first : undefined;
}

/** The run of capitalised words before the bracket. */
function firstOfName(words: readonly Word[]): Word | undefined {
  let first: Word | undefined;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || !(isCapitalised(word) || SMALL_WORD.test(word.folded))) break;
    if (isCapitalised(word) && !SMALL_WORD.test(word.folded)) first = word;
  }
  return first;
}
