export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Above this many comparisons the texts are shown as removed and added whole: a diff nobody could read anyway. */
const mostComparisons = 4_000_000;

/**
 * What changed from one text to another, word by word, white space kept with the word before it.
 * The parts but the added make `before`, the parts but the removed make `after`.
 * Longest common subsequence between the common ends: quadratic in what differs, so bounded.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = before.match(/\s*\S+\s*|\s+/gu) ?? [];
  const b = after.match(/\s*\S+\s*|\s+/gu) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;

  const parts: DiffPart[] = [];
  const push = (kind: DiffPart['kind'], text: string | undefined): void => {
    if (!text) return;
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  for (const word of a.slice(0, start)) push('same', word);
  middle(a.slice(start, a.length - end), b.slice(start, b.length - end), push);
  for (const word of a.slice(a.length - end)) push('same', word);
  return parts;
}

function middle(a: string[], b: string[], push: (kind: DiffPart['kind'], text: string | undefined) => void): void {
  if (a.length * b.length > mostComparisons) {
    push('removed', a.join(''));
    push('added', b.join(''));
    return;
  }
  // lengths[i][j]: longest common subsequence of a from i and b from j
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      push('same', a[i]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      push('removed', a[i]);
      i += 1;
    } else {
      push('added', b[j]);
      j += 1;
    }
  }
  push('removed', a.slice(i).join(''));
  push('added', b.slice(j).join(''));
}
