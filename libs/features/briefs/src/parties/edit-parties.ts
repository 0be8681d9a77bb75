import { Injectable } from '@nestjs/common';
import type { ListQuery, PartyChange, PartyCreation } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type ListedPage, PartyRepository, type PartyRow, journal, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class EditParties {
  constructor(private readonly parties: PartyRepository) {}

  list(scope: WorkspaceScope, query: ListQuery): Promise<ListedPage<PartyRow>> {
    return this.parties.list(scope.read, query);
  }

  async create(scope: WorkspaceScope, input: PartyCreation): Promise<PartyRow> {
    scope.demand('parties.change');
    const { actor } = scope;
    const id = newId(actor.at);
    await scope.transaction(async (tx) => {
      if (!(await this.parties.insert(tx, { id, ...input, at: actor.at })))
        throw new DomainError('already_exists', { detail: `A party named ${input.name} exists` });
      await journal(tx, [
        {
          ...actor,
          type: 'party.created',
          subject: { kind: 'party', id },
          data: { kind: input.kind },
          personal: { name: input.name },
        },
      ]);
    });
    return this.parties.get(scope.read, id);
  }

  async change(scope: WorkspaceScope, id: string, input: PartyChange): Promise<PartyRow> {
    scope.demand('parties.change');
    const { actor } = scope;
    await scope.transaction(async (tx) => {
      const before = await this.parties.get(tx, id);
      const to = { name: input.name ?? before.name, kind: input.kind ?? before.kind, at: actor.at };
      if (!(await this.parties.update(tx, id, input.version, to)))
        throw new DomainError('version_conflict', { current: await this.parties.get(tx, id) });
      await journal(tx, [
        {
          ...actor,
          type: 'party.changed',
          subject: { kind: 'party', id },
          data: { kind: { from: before.kind, to: to.kind } },
          personal: { name: { from: before.name, to: to.name } },
        },
      ]);
    });
    return this.parties.get(scope.read, id);
  }
}
