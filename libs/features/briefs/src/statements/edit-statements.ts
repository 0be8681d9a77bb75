import { Injectable } from '@nestjs/common';
import type {
  Direction,
  ListQuery,
  Statement,
  StatementChange,
  StatementCreation,
  StatementKind,
} from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type ListedPage, StatementRepository, journal, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

const RIGHT_TO_LEFT = /^(ar|ckb|fa|he|ur|ku)\b/;
const directionOf = (language: string): Direction => (RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr');

/** Issues and interests written or mended by hand; most come from briefs. */
@Injectable()
export class EditStatements {
  constructor(private readonly statements: StatementRepository) {}

  list(
    scope: WorkspaceScope,
    kind: StatementKind,
    query: ListQuery & { brief?: string | undefined },
  ): Promise<ListedPage<Omit<Statement, 'abilities'>>> {
    return this.statements.list(scope.read, kind, query);
  }

  async create(
    scope: WorkspaceScope,
    kind: StatementKind,
    input: StatementCreation,
  ): Promise<Omit<Statement, 'abilities'>> {
    scope.demand('statements.change');
    const { actor } = scope;
    const id = newId(actor.at);
    await scope.transaction(async (tx) => {
      await this.statements.insert(tx, {
        id,
        kind,
        text: input.text,
        language: input.language,
        direction: directionOf(input.language),
        holderId: input.holderId ?? null,
        at: actor.at,
      });
      await journal(tx, [
        { ...actor, type: 'statement.created', subject: { kind, id }, personal: { text: input.text } },
      ]);
    });
    return this.statements.get(scope.read, kind, id);
  }

  async change(
    scope: WorkspaceScope,
    kind: StatementKind,
    id: string,
    input: StatementChange,
  ): Promise<Omit<Statement, 'abilities'>> {
    scope.demand('statements.change');
    const { actor } = scope;
    await scope.transaction(async (tx) => {
      const before = await this.statements.get(tx, kind, id);
      const to = {
        text: input.text ?? before.text,
        holderId: input.holderId === undefined ? (before.holder?.id ?? null) : input.holderId,
        at: actor.at,
      };
      if (!(await this.statements.update(tx, id, input.version, to)))
        throw new DomainError('version_conflict', { current: await this.statements.get(tx, kind, id) });
      await journal(tx, [
        {
          ...actor,
          type: 'statement.changed',
          subject: { kind, id },
          data: { holderId: to.holderId },
          ...(input.text ? { personal: { text: { from: before.text, to: input.text } } } : {}),
        },
      ]);
    });
    return this.statements.get(scope.read, kind, id);
  }
}
