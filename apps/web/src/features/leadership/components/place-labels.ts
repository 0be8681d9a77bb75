/**
 * Where labels stand beside the parts of a stacked column, each as near to the middle of its part as its neighbours
 * leave it. `shares` from the top down, adding up to 1 at most; answers the middle of each label from the top, 0 to 1.
 */
export function placeLabels(shares: readonly number[], gap: number): number[] {
  let above = 1 - shares.reduce((sum, share) => sum + share, 0);
  const places = shares.map((share) => {
    const middle = above + share / 2;
    above += share;
    return middle;
  });
  // down, so that none covers the one before it; then up again from the foot
  for (let index = 0; index < places.length; index += 1) {
    places[index] = Math.max(places[index] ?? 0, index === 0 ? gap / 2 : (places[index - 1] ?? 0) + gap);
  }
  for (let index = places.length - 1; index >= 0; index -= 1) {
    places[index] = Math.min(
      places[index] ?? 0,
      index === places.length - 1 ? 1 - gap / 2 : (places[index + 1] ?? 0) - gap,
    );
  }
  return places;
}
