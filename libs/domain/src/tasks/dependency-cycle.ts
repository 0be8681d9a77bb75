/** `itemId` can be finished only after `dependsOnId`. */
export interface Dependency {
  itemId: string;
  dependsOnId: string;
}

/**
 * The cycle that `dependsOn` would close, as the ids along it from the task back to itself, or undefined.
 * `known` holds every dependency reachable from `dependsOn`; the task's own old ones do not count, for they are replaced.
 */
export function findDependencyCycle(
  taskId: string,
  dependsOn: readonly string[],
  known: readonly Dependency[],
): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { itemId, dependsOnId } of known) next.set(itemId, [...(next.get(itemId) ?? []), dependsOnId]);
  // breadth first, so that the cycle named is a shortest one; `cameFrom` also marks what was seen
  const cameFrom = new Map<string, string>();
  let frontier = dependsOn.map((id) => ({ id, from: taskId }));
  while (frontier.length > 0) {
    const fresh: typeof frontier = [];
    for (const { id, from } of frontier) {
      if (cameFrom.has(id)) continue;
      cameFrom.set(id, from);
      if (id === taskId) return trace(taskId, cameFrom);
      fresh.push(...(next.get(id) ?? []).map((further) => ({ id: further, from: id })));
    }
    frontier = fresh;
  }
  return undefined;
}

function trace(taskId: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [taskId];
  for (let at = cameFrom.get(taskId); at !== undefined && at !== taskId; at = cameFrom.get(at)) path.unshift(at);
  return [taskId, ...path];
}
