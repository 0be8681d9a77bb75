import type { ParsedBrief, ParsedSection, ParseWarning } from '@uptake/contracts';
import { vocabularyOf } from './lexicon/vocabulary.js';
import { findPassages } from './passages/find-passages.js';
import { Reading } from './passages/reading.js';
import { settle } from './passages/settle.js';
import { readBlocks } from './structure/blocks.js';
import { readFrontMatter } from './structure/front-matter.js';
import { removePageFurniture } from './structure/page-furniture.js';
import { readSections, type Section } from './structure/sections.js';
import { detectLanguage } from './text/language.js';
import { splitLines } from './text/lines.js';
import { readSource } from './text/source-text.js';
import { textOfRanges } from './text/strand.js';

/** More lines than any book has; what stands behind them is kept in `text` and not read. */
const MOST_LINES = 200_000;

/**
 * Finds the sections, issues, interests and recommendations of a brief, each anchored to its words. Takes any string,
 * never throws, and takes time in proportion to its length. Offsets are UTF-16 units of the answer's `text`.
 */
export function parseBrief(raw: string): ParsedBrief {
  const { text, replaced } = readSource(raw);
  const { language, direction } = detectLanguage(text);
  const vocabulary = vocabularyOf(language);
  const allLines = splitLines(text);
  const { lines, removed } = removePageFurniture(text, allLines.slice(0, MOST_LINES));
  const blocks = readBlocks(text, lines, vocabulary);
  const front = readFrontMatter(text, blocks, vocabulary);
  const body = blocks.filter((block) => !front.blocks.has(block));
  const { sections, sectionOf } = readSections(body);
  const reading = new Reading(text, body, sectionOf, vocabulary);
  const { passages, isCut } = settle(text, findPassages(reading));
  const warnings: [ParseWarning, boolean][] = [
    ['empty-text', lines.length === 0],
    ['replaced-characters', replaced],
    ['language-undetermined', language === 'und' && lines.length > 0],
    ['page-furniture-removed', removed > 0],
    ['too-many-lines', allLines.length > MOST_LINES],
    ['too-many-passages', isCut || reading.isCut],
    ['no-recommendations', lines.length > 0 && passages.every(({ kind }) => kind !== 'recommendation')],
  ];
  return {
    title: front.title,
    author: front.author,
    language,
    direction,
    text,
    sections: sections.map((section) => toParsed(section, text)),
    passages,
    warnings: warnings.filter(([, holds]) => holds).map(([warning]) => warning),
  };
}

function toParsed({ heading, kind }: Section, text: string): ParsedSection {
  const words = textOfRanges(text, [[heading.start, heading.end]]);
  return { heading: words, kind: kind === null || kind === 'aside' ? 'context' : kind, charStart: heading.start };
}
