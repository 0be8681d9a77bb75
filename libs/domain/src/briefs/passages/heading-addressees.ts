import type { Section } from '../structure/sections.js';
import { wordsOf } from '../text/words.js';
import { splitNames } from './names.js';
import type { Reading } from './reading.js';

/** Whom the nearest heading says its items are for: "To the Ministry of Health". */
export function addresseesOfHeadings(section: Section | null, { text, vocabulary }: Reading): string[] {
  for (let at = section; at !== null; at = at.parent) {
    if (!at.heading.isAddressee || at.kind !== 'recommendation') continue;
    const words = wordsOf(text, 20, at.heading.start, at.heading.end);
    const length = vocabulary.headings.addressee.lengthAt(words, 0);
    const first = words[Math.max(0, length - (startsWithArticle(words[length - 1]?.folded) ? 1 : 0))];
    if (first === undefined || vocabulary.isAction(words, length)) continue;
    return splitNames(text.slice(first.start, at.heading.end), vocabulary);
  }
  return [];
}

/** "the" of "to the" belongs to the name, so that a list of names is split by it. */
function startsWithArticle(word: string | undefined): boolean {
  return /^(?:the|all|la|le|les|los|las)$/.test(word ?? '');
}
