import { Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Id,
  Statement,
  StatementChange,
  StatementCreation,
  type StatementKind,
  listQuery,
  page,
} from '@uptake/contracts';
import {
  Answers,
  BodyOf,
  IdParam,
  QueryOf,
  Requires,
  Scoped,
  type WorkspaceScope,
  abilitiesOf,
} from '@uptake/platform';
import type { z } from 'zod';
import { EditStatements } from './edit-statements.js';

const StatementListQuery = listQuery({ brief: Id.optional() });
type StatementListQuery = z.infer<typeof StatementListQuery>;

/** Issues and interests have the same routes under their own names. */
function statementsController(kind: StatementKind, path: string) {
  @ApiTags(path)
  @Controller(`workspaces/:w/${path}`)
  class StatementsController {
    constructor(readonly statements: EditStatements) {}

    @Get()
    @Requires('briefs.read')
    @Answers(200, page(Statement))
    async list(@Scoped() scope: WorkspaceScope, @QueryOf(StatementListQuery) query: StatementListQuery) {
      const { rows, ...rest } = await this.statements.list(scope, kind, query);
      return { items: rows.map((row) => present(scope, row)), ...rest };
    }

    @Post()
    @Requires('statements.change')
    @Answers(201, Statement)
    async create(@Scoped() scope: WorkspaceScope, @BodyOf(StatementCreation) input: StatementCreation) {
      return present(scope, await this.statements.create(scope, kind, input));
    }

    @Patch(':id')
    @Requires('statements.change')
    @Answers(200, Statement, ['version_conflict'])
    async change(
      @Scoped() scope: WorkspaceScope,
      @IdParam() id: string,
      @BodyOf(StatementChange) input: StatementChange,
    ) {
      return present(scope, await this.statements.change(scope, kind, id, input));
    }
  }
  return StatementsController;
}

const present = (scope: WorkspaceScope, row: Omit<Statement, 'abilities'>) => ({
  ...row,
  abilities: abilitiesOf(scope, { change: 'statements.change' }),
});

export const IssuesController = named('IssuesController', statementsController('issue', 'issues'));
export const InterestsController = named('InterestsController', statementsController('interest', 'interests'));

/** The class's name makes the operation ids of the OpenAPI document. */
function named<T>(name: string, controller: T): T {
  Object.defineProperty(controller, 'name', { value: name });
  return controller;
}
