import { Injectable } from '@nestjs/common';
import type { DelegationScope } from '@uptake/contracts';
import { DomainError, closesCircle } from '@uptake/domain';
import { DelegationRepository, ItemRepository, type Transaction, WorkflowRepository } from '@uptake/persistence';

const LONGEST_MS = 366 * 24 * 60 * 60 * 1000;

export interface DelegationTerms {
  fromId: string;
  toId: string;
  scope: DelegationScope;
  startsAt: Date;
  endsAt: Date;
}

const refuse = (path: string, code: string, message: string): never => {
  throw new DomainError('invalid_input', { errors: [{ path, code, message }] });
};

/** What every delegation must be, when it is made and when it is changed. */
@Injectable()
export class RequireTerms {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly items: ItemRepository,
    private readonly workflows: WorkflowRepository,
  ) {}

  /**
   * `invalid_input` by field for a window that is none, longer than a year or over, and for workflows of nowhere; `not_found` for
   * items one may not see; `delegation_circle` where somebody would come to act for themselves. The caller keeps others from
   * making one at the same time.
   */
  async execute(tx: Transaction, terms: DelegationTerms, now: Date, id: string | null): Promise<void> {
    const { fromId, toId, scope, startsAt, endsAt } = terms;
    if (fromId === toId) refuse('toId', 'own_delegate', 'Nobody can act for themselves: name somebody else');
    if (endsAt <= startsAt) refuse('endsAt', 'ends_before_start', 'The end must come after the start');
    if (endsAt <= now) refuse('endsAt', 'in_the_past', 'The end is over already');
    if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS)
      refuse('endsAt', 'too_long', 'A delegation lasts a year at most: renew it then');
    await this.requireScope(tx, scope);
    const others = await this.delegations.within(tx, terms, id);
    const made = { fromId, toId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), ...scope };
    if (closesCircle(made, others))
      throw new DomainError('delegation_circle', {
        detail:
          'In that time they have handed their own decisions on, so that somebody would come to act for themselves',
      });
  }

  private async requireScope(tx: Transaction, { workflowKeys, itemIds }: DelegationScope): Promise<void> {
    if (workflowKeys) {
      const known = new Set((await this.workflows.list(tx)).map(({ key }) => key));
      const unknown = workflowKeys.findIndex((key) => !known.has(key));
      if (unknown >= 0)
        refuse(`scope.workflowKeys.${unknown}`, 'workflow_unknown', 'This workspace has no such workflow');
    }
    const ids = [...new Set(itemIds ?? [])];
    if ((await this.items.refs(tx, ids)).size < ids.length)
      throw new DomainError('not_found', { detail: 'No such item' });
  }
}
