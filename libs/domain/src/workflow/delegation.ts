/** What a delegation hands over: everything where a list is null, else only runs of these workflows, on these items. */
export interface DelegatedScope {
  readonly workflowKeys: readonly string[] | null;
  readonly itemIds: readonly string[] | null;
}

/** From its start on, until just before its end; UTC instants, ISO 8601. */
export interface DelegationWindow {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** One member answering for another. Whoever hands it to the engine leaves out the revoked ones. */
export interface Delegation extends DelegatedScope, DelegationWindow {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
}

/** What a run is about, as far as a delegation's scope asks. */
export interface ActingPlace {
  readonly workflowKey: string;
  readonly itemId: string;
}

export function isInForce({ startsAt, endsAt }: DelegationWindow, now: string): boolean {
  const at = Date.parse(now);
  return Date.parse(startsAt) <= at && at < Date.parse(endsAt);
}

export function doesCover({ workflowKeys, itemIds }: DelegatedScope, { workflowKey, itemId }: ActingPlace): boolean {
  return (workflowKeys?.includes(workflowKey) ?? true) && (itemIds?.includes(itemId) ?? true);
}

/**
 * The delegation by which one member may answer for another here and now. From the one to the other directly: what was
 * handed to somebody they cannot hand on.
 */
export function delegationBetween(
  delegations: readonly Delegation[],
  between: { readonly fromId: string; readonly toId: string },
  place: ActingPlace,
  now: string,
): Delegation | undefined {
  return delegations.find(
    (delegation) =>
      delegation.fromId === between.fromId &&
      delegation.toId === between.toId &&
      isInForce(delegation, now) &&
      doesCover(delegation, place),
  );
}

/**
 * Whether a delegation would let somebody come to act for themselves through others, at any one instant and place at which
 * all of them hold. `others`: those that are not revoked.
 */
export function closesCircle(made: Omit<Delegation, 'id'>, others: readonly Delegation[]): boolean {
  const leadsBack = (memberId: string, extent: Extent, passed: readonly string[]): boolean =>
    others.some((next) => {
      if (next.fromId !== memberId || passed.includes(next.toId)) return false;
      const shared = common(extent, next);
      if (!shared) return false;
      return next.toId === made.fromId || leadsBack(next.toId, shared, [...passed, next.toId]);
    });
  return leadsBack(made.toId, made, [made.toId]);
}

type Extent = DelegatedScope & DelegationWindow;

function common(one: Extent, other: Extent): Extent | null {
  const startsAt = Date.parse(one.startsAt) > Date.parse(other.startsAt) ? one.startsAt : other.startsAt;
  const endsAt = Date.parse(one.endsAt) < Date.parse(other.endsAt) ? one.endsAt : other.endsAt;
  const workflowKeys = both(one.workflowKeys, other.workflowKeys);
  const itemIds = both(one.itemIds, other.itemIds);
  const isEmpty = Date.parse(startsAt) >= Date.parse(endsAt) || workflowKeys?.length === 0 || itemIds?.length === 0;
  return isEmpty ? null : { startsAt, endsAt, workflowKeys, itemIds };
}

function both(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null) return other;
  return other === null ? one : one.filter((entry) => other.includes(entry));
}
