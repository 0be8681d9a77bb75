import type { Vocabulary } from '../lexicon/vocabulary.js';
import { foldSpaces } from '../text/spaces.js';
import { isCapitalised, wordsOf, type Word } from '../text/words.js';

const LONGEST_NAME = 200;
/** Articles that a name is recorded without. */
const ARTICLE =
  /^(?:the|both|le|la|les|el|los|las|al|au|aux|a la|à la|à l['’]|a los|a las|a todos los|a todas las|a|à|del|du|l['’]|إلى|الى|على)(?:\s+|(?<=['’]))(?=\S)/iu;
const EDGES = /^[\s,;:–—-]+|[\s,;:–—-]+$/gu;

/** One name without articles and edges, or null where the words name nobody. */
export function tidyName(words: string, vocabulary: Vocabulary): string | null {
  let name = foldSpaces(words).replace(EDGES, '');
  for (let cut = name.replace(ARTICLE, ''); cut !== name; cut = name.replace(ARTICLE, '')) {
    if (startsWithFiller(name, vocabulary)) return null;
    name = cut;
  }
  const list = wordsOf(name, 40);
  const first = list[0];
  if (first === undefined || name.length > LONGEST_NAME || startsWithFiller(name, vocabulary)) return null;
  if (vocabulary.lexicon.direction === 'ltr' && vocabulary.stopWords.has(first.folded) && !isCapitalised(first))
    return null;
  return vocabulary.addressing.pronouns.lengthAt(list, 0) === list.length ? null : stripBracket(name);
}

function startsWithFiller(name: string, { addressing }: Vocabulary): boolean {
  const words = wordsOf(name, 6);
  return (
    addressing.partners.lengthAt(words, 0) > 0 ||
    (words[0]?.folded !== 'both' && addressing.fillers.lengthAt(words, 0) > 0)
  );
}

/** A bracket opened inside a name is closed in it. */
function stripBracket(name: string): string {
  const opened = name.lastIndexOf('(');
  if (opened > 0 && !name.includes(')', opened)) return name.slice(0, opened).trim();
  return opened < 0 ? name.replace(/\)+$/, '') : name;
}

/**
 * The names in "the Ministry of Health, the Parliament and Iraq". Split only where every part could stand alone; an
 * adjective ("federal, provincial and local governments") or a name with "and" in it keeps all of it one.
 */
export function splitNames(list: string, vocabulary: Vocabulary): string[] {
  const bare = foldSpaces(list).replace(/^both\s+/i, '');
  const parts = bare.split(vocabulary.betweenNames);
  const isList = parts.length > 1 && parts.every((part, i) => standsAlone(part, parts[i - 1], i, vocabulary));
  const names = (isList ? parts : [bare]).map((part) => tidyName(part, vocabulary));
  return names.filter((name) => name !== null);
}

function standsAlone(part: string, before: string | undefined, at: number, { addressing }: Vocabulary): boolean {
  const words = wordsOf(part, 8);
  if (words.length === 0) return false;
  if (addressing.partners.lengthAt(words, 0) > 0) return false;
  if (at === 0 || addressing.determiners.lengthAt(words, 0) > 0) return true;
  return isProper(words) && before !== undefined && !/\b(?:of|de|du|des|for|pour|para)\b/.test(before);
}

function isProper(words: readonly Word[]): boolean {
  return words.length <= 2 && words.every(isCapitalised) && (words.length === 1 || (words[0]?.raw.length ?? 0) <= 1);
}
