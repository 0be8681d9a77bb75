import { Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ListQuery, Party, PartyChange, PartyCreation, listQuery, page } from '@uptake/contracts';
import type { PartyRow } from '@uptake/persistence';
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
import { EditParties } from './edit-parties.js';

@ApiTags('parties')
@Controller('workspaces/:w/parties')
export class PartiesController {
  constructor(private readonly parties: EditParties) {}

  @Get()
  @Requires('briefs.read')
  @Answers(200, page(Party))
  async list(@Scoped() scope: WorkspaceScope, @QueryOf(listQuery({})) query: ListQuery) {
    const { rows, ...rest } = await this.parties.list(scope, query);
    return { items: rows.map((row) => present(scope, row)), ...rest };
  }

  @Post()
  @Requires('parties.change')
  @Answers(201, Party, ['already_exists'])
  async create(@Scoped() scope: WorkspaceScope, @BodyOf(PartyCreation) input: PartyCreation) {
    return present(scope, await this.parties.create(scope, input));
  }

  @Patch(':id')
  @Requires('parties.change')
  @Answers(200, Party, ['already_exists', 'version_conflict'])
  async change(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(PartyChange) input: PartyChange) {
    return present(scope, await this.parties.change(scope, id, input));
  }
}

const present = (scope: WorkspaceScope, { id, name, kind, version }: PartyRow): Party => ({
  id,
  name,
  kind,
  version,
  abilities: abilitiesOf(scope, { change: 'parties.change' }),
});
