import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ListQuery,
  type ProblemCode,
  Submission,
  SubmissionInput,
  SubmissionListQuery,
  page,
} from '@uptake/contracts';
import { Answers, BodyOf, IdParam, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ReadSubmissions } from './read-submissions.js';
import { Submit } from './submit.js';

const refusals: ProblemCode[] = [
  'submission_under_way',
  'version_conflict',
  'run_not_active',
  'nobody_eligible',
  'too_few_eligible',
  'invalid_state',
];

@ApiTags('submissions')
@Controller('workspaces/:w/tasks/:id/submissions')
export class TaskSubmissionsController {
  constructor(
    private readonly readSubmissions: ReadSubmissions,
    private readonly submit: Submit,
  ) {}

  @Get()
  @Requires('item.read')
  @Answers(200, page(Submission))
  list(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @QueryOf(SubmissionListQuery) query: ListQuery) {
    return this.readSubmissions.ofItem(scope, 'task', id, query);
  }

  @Post()
  @Requires('submission.submit')
  @Answers(201, Submission, refusals)
  add(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(SubmissionInput) input: SubmissionInput) {
    return this.submit.execute(scope, 'task', id, input);
  }
}

@ApiTags('submissions')
@Controller('workspaces/:w/recommendations/:id/submissions')
export class RecommendationSubmissionsController {
  constructor(
    private readonly readSubmissions: ReadSubmissions,
    private readonly submit: Submit,
  ) {}

  @Get()
  @Requires('item.read')
  @Answers(200, page(Submission))
  list(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @QueryOf(SubmissionListQuery) query: ListQuery) {
    return this.readSubmissions.ofItem(scope, 'recommendation', id, query);
  }

  @Post()
  @Requires('submission.submit')
  @Answers(201, Submission, refusals)
  add(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(SubmissionInput) input: SubmissionInput) {
    return this.submit.execute(scope, 'recommendation', id, input);
  }
}
