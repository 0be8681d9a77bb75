import type { Vocabulary } from '../lexicon/vocabulary.js';
import { foldSpaces } from '../text/spaces.js';
import { isCapitalised, wordsOf, type Word } from '../text/words.js';
import type { Block } from './blocks.js';

export interface FrontMatter {
  title: string | null;
  author: string | null;
  /** Headings that are title or author, so no sections. */
  blocks: ReadonlySet<Block>;
}

/** Title and author stand among the first blocks, before the text begins, or nowhere. */
const BLOCKS_READ = 16;
const LONGEST_TITLE = 300;
const MOST_WORDS_OF_A_NAME = 5;
const DATE = /\b(?:19|20)\d{2}\b|[٠-٩۰-۹]{4}/;
const DATE_IN_FRONT = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s+/;
const ENDS_AS_SENTENCE = /[.!?؟۔;,]["'”’]?$/;

interface FrontLine {
  block: Block;
  text: string;
  words: Word[];
  rows: number;
}

/** The line that looks most like a title, and who wrote it: a byline, a person's name below, a name above the date. */
export function readFrontMatter(text: string, blocks: readonly Block[], vocabulary: Vocabulary): FrontMatter {
  const lines = frontLines(text, blocks);
  const title = bestTitle(lines, vocabulary);
  const author = findAuthor(lines, title, vocabulary);
  const keepsSection = title?.block.type === 'heading' && title.block.heading.kind !== null;
  const own = [keepsSection ? undefined : title?.block, author?.block].filter((block) => block?.type === 'heading');
  return {
    title:
      title === undefined
        ? null
        : title.text
            .replace(DATE_IN_FRONT, '')
            .replace(/^["“«]|["”»,]+$/g, '')
            .replace(/[*†]+$/, ''),
    author: author === undefined ? null : withoutBy(author, vocabulary),
    blocks: new Set(own.filter((block) => block !== undefined)),
  };
}

/** The short lines before the first paragraph of running text. */
function frontLines(text: string, blocks: readonly Block[]): FrontLine[] {
  const lines: FrontLine[] = [];
  for (const block of blocks.slice(0, BLOCKS_READ)) {
    if (block.type === 'item') {
      if (lines.length > 0) break;
      continue;
    }
    const spans = block.type === 'heading' ? [block.heading] : block.spans;
    const words = foldSpaces(
      spans.map(({ start, end }) => text.slice(start, Math.min(end, start + LONGEST_TITLE + 1))).join(' '),
    );
    if (words.length > LONGEST_TITLE || (lines.length > 2 && words.length > 120 && ENDS_AS_SENTENCE.test(words))) break;
    lines.push({ block, text: words, words: wordsOf(words, 40), rows: spans.length });
    if (block.type === 'heading' && block.heading.kind !== null) break;
  }
  return lines;
}

function bestTitle(lines: readonly FrontLine[], vocabulary: Vocabulary): FrontLine | undefined {
  let best: { line: FrontLine; score: number } | undefined;
  const eligible = lines.filter(
    (line) => line.words.length > 0 && !isByline(line, vocabulary) && !isDocumentType(line, vocabulary),
  );
  for (const line of eligible) {
    const score = titleScore(line, vocabulary) + (line === eligible[0] ? 2 : 0);
    if (score > (best?.score ?? 0)) best = { line, score };
  }
  return best?.line;
}

function isDocumentType({ words }: FrontLine, { documentTypes }: Vocabulary): boolean {
  return documentTypes.lengthAt(words, 0) === words.length;
}

function titleScore({ block, text, words, rows }: FrontLine, { lexicon }: Vocabulary): number {
  const isHeading = block.type === 'heading';
  const capitals = words.filter(isCapitalised).length / words.length;
  let score = isHeading ? 1 : 0;
  if (isHeading && block.heading.rank <= 2) score += 4;
  if (isHeading && block.heading.rank > 2 && (block.heading.kind !== null || block.heading.isAddressee)) score -= 4;
  if (/^["“«]/.test(text)) score += 2;
  if (words.length >= 4) score += 2;
  if (words.length >= 8) score += 1;
  if (capitals >= 0.6 || lexicon.direction === 'rtl') score += 1;
  if (/^\[|^\S+:\s|:$/.test(text)) score -= 4;
  if (ENDS_AS_SENTENCE.test(text.replace(/[,"”]+$/, ''))) score -= 6;
  if (DATE.test(text.replace(DATE_IN_FRONT, '')) && (words.length <= 4 || rows > 1)) score -= 4;
  if (/\s[›‹»«>|]\s/.test(text)) score -= 4;
  if (/https?:|www\.|@/.test(text)) score -= 5;
  return score - Math.max(0, rows - 2);
}

function findAuthor(
  lines: readonly FrontLine[],
  title: FrontLine | undefined,
  vocabulary: Vocabulary,
): FrontLine | undefined {
  const byline = lines.find((line) => isByline(line, vocabulary));
  if (byline !== undefined || title === undefined) return byline;
  const below = lines[lines.indexOf(title) + 1];
  if (below !== undefined && isPersonName(below, vocabulary)) return below;
  const date = lines.findIndex(({ text, words }, i) => i > 0 && words.length <= 4 && DATE.test(text));
  const above = lines[date - 1];
  return above === undefined || above === title || above.block.type !== 'heading' || above.words.length > 12
    ? undefined
    : above;
}

function isByline({ words }: FrontLine, { bylines }: Vocabulary): boolean {
  const length = bylines.lengthAt(words, 0);
  return length > 0 && words.length > length && words.length <= length + 10 && isNamed(words[length]);
}

/** Scripts without capitals are taken at the byline's word. */
function isNamed(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (isCapitalised(word) ||
      word.raw.toUpperCase() === word.raw.toLowerCase() ||
      /^(?:l'|la|le|el|the)$/.test(word.folded))
  );
}

/** Two to five capitalised words, directly below the title. */
function isPersonName({ block, words, text }: FrontLine, vocabulary: Vocabulary): boolean {
  if (block.type !== 'heading' || block.heading.kind !== null || block.heading.isAddressee || /[\d:]/.test(text))
    return false;
  if (
    words.length < 2 ||
    words.length > MOST_WORDS_OF_A_NAME ||
    vocabulary.lexicon.direction === 'rtl' ||
    vocabulary.documentTypes.indexIn(words) >= 0
  )
    return false;
  return words.every((word) => isCapitalised(word) && !vocabulary.stopWords.has(word.folded));
}

function withoutBy({ text, words }: FrontLine, { bylines }: Vocabulary): string {
  const length = bylines.lengthAt(words, 0);
  return text.slice(words[length]?.start ?? 0).replace(/^[\s:]+/, '');
}
