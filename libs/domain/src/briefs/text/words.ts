/** A word with its place in the string it was read from; `folded` is what lexicons are matched by. */
export interface Word {
  raw: string;
  folded: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}\p{N}\u200c\u0640]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}\u200c\u0640]+)*['\u2019]?/gu;
const ASCII = /^[\x20-\x7e]*$/;
/** Vowel signs, tatweel and joiners of the Arabic script carry no difference between words here. */
const ARABIC_SIGNS = /[\u064b-\u065f\u0670\u0640\u200c]/g;
const COMBINING = /[\u0300-\u036f]/g;
const VARIANTS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ھ: 'ه',
  // Older Sorani writes the vowel as the letter heh.
  ە: 'ه',
  ڕ: 'ر',
  ڵ: 'ل',
  œ: 'oe',
  '\u2019': "'",
};
const VARIANT = /[أإآٱىیکةھەڕڵœ\u2019]/g;

/** One spelling for a word written in several: case, accents, Arabic letter variants, vowel signs. */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word
    .replace(ARABIC_SIGNS, '')
    .toLowerCase()
    .replace(VARIANT, (letter) => VARIANTS[letter] ?? letter)
    .normalize('NFD')
    .replace(COMBINING, '')
    .normalize('NFC');
}

/** No word list is worth more characters than this for each word wanted. */
const LONGEST_WORD = 40;

/** At most `limit` words of `text[from, to)`. */
export function wordsOf(text: string, limit: number, from = 0, to = text.length): Word[] {
  // Cut out first: a search that ran on past `to` would cost the whole text for every sentence without a word.
  const slice = text.slice(from, Math.min(to, from + limit * LONGEST_WORD));
  const words: Word[] = [];
  WORD.lastIndex = 0;
  while (words.length < limit) {
    const found = WORD.exec(slice);
    if (found === null) break;
    const raw = found[0];
    const start = from + found.index;
    words.push({ raw, folded: foldWord(raw), start, end: start + raw.length });
  }
  return words;
}

/** Whether a word begins with a capital, in scripts that have them. */
export function isCapitalised(word: Word | undefined): boolean {
  const first = word?.raw[0];
  return first !== undefined && first !== first.toLowerCase();
}
