import type { Delegation } from '../delegation.js';

type DelegationEvent =
  | { readonly type: 'created'; readonly at: string; readonly delegation: Delegation }
  | { readonly type: 'revoked'; readonly at: string; readonly id: string };

/** Who let whom act for them and when it was taken back, as it happened. What follows of it is read off these events alone. */
export class DelegationLog {
  private readonly events: DelegationEvent[] = [];

  create(delegation: Delegation, at: string): void {
    this.events.push({ type: 'created', at, delegation });
  }

  revoke(id: string, at: string): void {
    this.events.push({ type: 'revoked', at, id });
  }

  /** What a shell would hand to the engine now. */
  get unrevoked(): Delegation[] {
    return this.events.flatMap((event) =>
      event.type === 'created' && !this.wasRevoked(event.delegation.id, null) ? [event.delegation] : [],
    );
  }

  /** Whether one might answer for another at an instant; nothing of what came after it counts. */
  mayActFor(fromId: string, toId: string, at: string, place: { workflowKey: string; itemId: string }): boolean {
    return this.holdingAt(at, place).some((held) => held.fromId === fromId && held.toId === toId);
  }

  /** Whether somebody came to act for themselves at that instant, through whomever. */
  hasCircleAt(at: string, place: { workflowKey: string; itemId: string }): boolean {
    const held = this.holdingAt(at, place);
    const reach = (memberId: string, passed: Set<string>): Set<string> => {
      for (const { fromId, toId } of held) if (fromId === memberId && !passed.has(toId)) reach(toId, passed.add(toId));
      return passed;
    };
    return held.some(({ fromId }) => reach(fromId, new Set()).has(fromId));
  }

  private holdingAt(at: string, { workflowKey, itemId }: { workflowKey: string; itemId: string }): Delegation[] {
    return this.events.flatMap((event) => {
      if (event.type !== 'created' || event.at >= at || this.wasRevoked(event.delegation.id, at)) return [];
      const { startsAt, endsAt, workflowKeys, itemIds } = event.delegation;
      const isInside = startsAt <= at && at < endsAt;
      const isMeant = [workflowKeys ?? [workflowKey], itemIds ?? [itemId]];
      return isInside && isMeant[0]?.includes(workflowKey) && isMeant[1]?.includes(itemId) ? [event.delegation] : [];
    });
  }

  private wasRevoked(id: string, before: string | null): boolean {
    return this.events.some(
      (event) => event.type === 'revoked' && event.id === id && (before === null || event.at < before),
    );
  }
}
