import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { WorkflowMigration, WorkflowMigrationInput } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { MigrateRuns } from './migrate-runs.js';

@ApiTags('workflows')
@Controller('workspaces/:w/workflows/:id/migrations')
export class WorkflowMigrationsController {
  constructor(private readonly migrateRuns: MigrateRuns) {}

  @Post()
  @Requires('workflows.migrate')
  @Answers(200, WorkflowMigration, ['invalid_state', 'reason_required'])
  migrate(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @BodyOf(WorkflowMigrationInput) input: WorkflowMigrationInput,
  ) {
    return this.migrateRuns.execute(scope, id, input);
  }
}
