const MOST = 90;

/** A title from the words of a recommendation: its first clause, cut at a word, never longer than 90 characters. */
export function shortTitle(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (clean.length <= MOST) return clean.replace(/[.;:,،؛]+$/u, '');
  const clause = /^.{30,88}?(?=[,;:،؛] )/u.exec(clean)?.[0];
  if (clause) return clause;
  const cut = clean.slice(0, MOST - 1);
  const space = cut.lastIndexOf(' ');
  // a lone surrogate at the end would not survive storage
  return `${(space > 20 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')).replace(/[.;:,،؛]+$/u, '')}…`;
}

const SMALL = new Set(['THE', 'A', 'AN', 'OF', 'ON', 'FOR', 'AND', 'TO', 'IN']);

/** A reference prefix from a brief's title: its initials, or of a single word its first letter and consonants (`IRAQ` gives `IRQ`); `REC` where it has no Latin letters. */
export function referencePrefixFrom(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .match(/[A-Z][A-Z0-9]*/g)
      ?.filter((word) => !SMALL.has(word)) ?? [];
  const [first] = words;
  if (!first) return 'REC';
  const letters =
    words.length === 1
      ? `${first[0]}${first.slice(1).replace(/[AEIOU]/g, '')}`.slice(0, 3)
      : words
          .slice(0, 4)
          .map((word) => word[0])
          .join('');
  return letters.length >= 2 ? letters : 'REC';
}
