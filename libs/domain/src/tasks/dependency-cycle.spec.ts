import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Dependency, findDependencyCycle } from './dependency-cycle.js';

const on = (...pairs: string[]): Dependency[] =>
  pairs.map((pair) => ({ itemId: pair.charAt(0), dependsOnId: pair.charAt(1) }));

describe('dependency cycles', () => {
  it('are named from the task back to itself by a shortest way', () => {
    expect(findDependencyCycle('a', ['b'], on('bc', 'ca'))).toEqual(['a', 'b', 'c', 'a']);
    expect(findDependencyCycle('a', ['b', 'd'], on('bc', 'ca', 'da'))).toEqual(['a', 'd', 'a']);
    expect(findDependencyCycle('a', ['a'], [])).toEqual(['a', 'a']);
  });

  it('are not seen where two ways only meet', () => {
    expect(findDependencyCycle('a', ['b', 'c'], on('bd', 'cd'))).toBeUndefined();
  });

  it('do not loop on a cycle that does not touch the task', () => {
    expect(findDependencyCycle('a', ['b'], on('bc', 'cb'))).toBeUndefined();
  });

  it('never arise when each change was let through, and every cycle named is made of real steps', () => {
    const step = fc.record({
      task: fc.integer({ min: 0, max: 6 }),
      dependsOn: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let graph: Dependency[] = [];
        for (const { task, dependsOn } of steps) {
          const id = String(task);
          const wanted = dependsOn.map(String);
          const cycle = findDependencyCycle(
            id,
            wanted,
            graph.filter((edge) => edge.itemId !== id),
          );
          const tried = [
            ...graph.filter((edge) => edge.itemId !== id),
            ...wanted.map((dependsOnId) => ({ itemId: id, dependsOnId })),
          ];
          if (cycle) {
            for (const [k, from] of cycle.slice(0, -1).entries())
              expect(tried).toContainEqual({ itemId: from, dependsOnId: cycle[k + 1] });
          } else graph = tried;
          expect(isAcyclic(graph)).toBe(true);
        }
      }),
    );
  });
});

/** Takes away what waits for nothing until nothing is left: another algorithm than the one under test. */
function isAcyclic(graph: readonly Dependency[]): boolean {
  let left = [...graph];
  for (;;) {
    const kept = left.filter((edge) => left.some((other) => other.itemId === edge.dependsOnId));
    if (kept.length === left.length) return left.length === 0;
    left = kept;
  }
}
