/** At most two letters that stand for a name: first and last word's; Arabic letters stay apart by a thin space. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = (words.length > 1 ? [words[0], words.at(-1)] : [words[0]]).map((word) => [...(word ?? '')][0] ?? '');
  const joined = letters.join('').toLocaleUpperCase();
  return /\p{Script=Arabic}/u.test(joined) ? letters.join('\u200c') : joined;
}
