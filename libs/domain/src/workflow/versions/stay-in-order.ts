/**
 * Which keys can be left where they are so that the fewest move: a longest subsequence of `after` that is in the order of `before`.
 * Both hold the same keys, each once.
 */
export function stayInOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const placeOf = new Map(before.map((key, place) => [key, place]));
  // at each key the longest ascending chain that ends with it
  const chains: string[][] = [];
  after.forEach((key, index) => {
    const earlier = after
      .slice(0, index)
      .map((_, at) => at)
      .filter((at) => (placeOf.get(after[at] as string) ?? 0) < (placeOf.get(key) ?? 0))
      .map((at) => chains[at] ?? []);
    chains.push([...longest(earlier), key]);
  });
  return new Set(longest(chains));
}

const longest = (chains: readonly string[][]): string[] =>
  chains.reduce<string[]>((best, chain) => (chain.length > best.length ? chain : best), []);
