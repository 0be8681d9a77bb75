import type { FoundPassage } from './found-passage.js';
import { findListPassages } from './list-passages.js';
import { findParagraphPassages } from './paragraph-passages.js';
import { findProsePassages } from './prose-passages.js';
import type { Reading } from './reading.js';

/** Lists first, then paragraphs that are items without a marker, then what is said in running text. */
export function findPassages(reading: Reading): FoundPassage[] {
  const listed = findListPassages(reading);
  const inParagraphs = findParagraphPassages(reading, listed);
  const structured = [...listed, ...inParagraphs];
  const inProse = findProsePassages(reading, { isLastResort: false });
  const isAsking = [...structured, ...inProse].some(({ kind }) => kind === 'recommendation');
  return [...structured, ...(isAsking ? inProse : findProsePassages(reading, { isLastResort: true }))];
}
