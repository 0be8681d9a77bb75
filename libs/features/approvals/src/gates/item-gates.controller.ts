import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GateInput, ItemGates, type ProblemCode } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ChangeGates } from './change-gates.js';
import { ReadGates } from './read-gates.js';

const refusals: ProblemCode[] = ['dependency_cycle', 'already_exists', 'invalid_state'];

@ApiTags('gates')
@Controller('workspaces/:w/tasks/:id/gates')
export class TaskGatesController {
  constructor(
    private readonly readGates: ReadGates,
    private readonly changeGates: ChangeGates,
  ) {}

  @Get()
  @Requires('item.read')
  @Answers(200, ItemGates)
  read(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.readGates.execute(scope, 'task', id);
  }

  @Post()
  @Requires('gate.change')
  @Answers(201, ItemGates, refusals)
  add(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(GateInput) input: GateInput) {
    return this.changeGates.add(scope, 'task', id, input);
  }

  @Delete(':gateId')
  @Requires('gate.change')
  @Answers(200, ItemGates, ['invalid_state'])
  remove(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @IdParam('gateId') gateId: string) {
    return this.changeGates.remove(scope, 'task', id, gateId);
  }
}

@ApiTags('gates')
@Controller('workspaces/:w/recommendations/:id/gates')
export class RecommendationGatesController {
  constructor(
    private readonly readGates: ReadGates,
    private readonly changeGates: ChangeGates,
  ) {}

  @Get()
  @Requires('item.read')
  @Answers(200, ItemGates)
  read(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.readGates.execute(scope, 'recommendation', id);
  }

  @Post()
  @Requires('gate.change')
  @Answers(201, ItemGates, refusals)
  add(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(GateInput) input: GateInput) {
    return this.changeGates.add(scope, 'recommendation', id, input);
  }

  @Delete(':gateId')
  @Requires('gate.change')
  @Answers(200, ItemGates, ['invalid_state'])
  remove(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @IdParam('gateId') gateId: string) {
    return this.changeGates.remove(scope, 'recommendation', id, gateId);
  }
}
