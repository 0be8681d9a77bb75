import { Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Passage, PassageChange, PassageCreation, PassageMerge, PassageSplit, whole } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ChangePassage } from './change-passage.js';
import { CreatePassage } from './create-passage.js';
import { ListPassages } from './list-passages.js';
import { MergePassages } from './merge-passages.js';
import { RemovePassage } from './remove-passage.js';
import { SplitPassage } from './split-passage.js';

@ApiTags('briefs')
@Controller('workspaces/:w/briefs/:id/passages')
export class PassagesController {
  constructor(
    private readonly listPassages: ListPassages,
    private readonly createPassage: CreatePassage,
    private readonly changePassage: ChangePassage,
    private readonly removePassage: RemovePassage,
    private readonly mergePassages: MergePassages,
    private readonly splitPassage: SplitPassage,
  ) {}

  @Get()
  @Requires('briefs.read')
  @Answers(200, whole(Passage))
  async list(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return { items: await this.listPassages.execute(scope, id) };
  }

  @Post()
  @Requires('briefs.confirm')
  @Answers(201, Passage, ['invalid_state'])
  create(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(PassageCreation) input: PassageCreation) {
    return this.createPassage.execute(scope, id, input);
  }

  @Post('merge')
  @Requires('briefs.confirm')
  @Answers(200, Passage, ['invalid_state'])
  merge(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(PassageMerge) input: PassageMerge) {
    return this.mergePassages.execute(scope, id, input);
  }

  @Post(':passageId/split')
  @Requires('briefs.confirm')
  @Answers(200, whole(Passage), ['invalid_state', 'version_conflict'])
  async split(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @IdParam('passageId') passageId: string,
    @BodyOf(PassageSplit) input: PassageSplit,
  ) {
    return { items: await this.splitPassage.execute(scope, id, passageId, input) };
  }

  @Patch(':passageId')
  @Requires('briefs.confirm')
  @Answers(200, Passage, ['invalid_state', 'version_conflict'])
  change(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @IdParam('passageId') passageId: string,
    @BodyOf(PassageChange) input: PassageChange,
  ) {
    return this.changePassage.execute(scope, id, passageId, input);
  }

  @Delete(':passageId')
  @Requires('briefs.confirm')
  @Answers(204, null, ['invalid_state'])
  remove(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @IdParam('passageId') passageId: string,
  ): Promise<void> {
    return this.removePassage.execute(scope, id, passageId);
  }
}
