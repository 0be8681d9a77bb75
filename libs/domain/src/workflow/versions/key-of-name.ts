/**
 * The key that a workflow of this English name goes by: lower case, words joined by hyphens, at most 40 characters. `taken` says
 * how many times it was in use already; a number then follows.
 */
export function keyOfName(name: string, taken = 0): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const suffix = taken === 0 ? '' : `-${taken + 1}`;
  return `${(words || 'workflow').slice(0, 40 - suffix.length).replace(/-+$/, '')}${suffix}`;
}
