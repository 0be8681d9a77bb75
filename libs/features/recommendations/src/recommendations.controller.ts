import { Controller, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AssignmentInput,
  BulkAssignment,
  BulkResult,
  LinksInput,
  OfficialRecord,
  Recommendation,
  RecommendationChange,
  RecommendationCreation,
  RecommendationHistoryQuery,
  RecommendationListQuery,
  RecommendationSummary,
  ResponseInput,
  page,
} from '@uptake/contracts';
import { Answers, BodyOf, IdParam, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { AssignInBulk } from './assign-in-bulk.js';
import { AssignRecommendation } from './assign-recommendation.js';
import { ChangeRecommendation } from './change-recommendation.js';
import { ClaimRecommendation } from './claim-recommendation.js';
import { CreateRecommendation } from './create-recommendation.js';
import { LinkRecommendation } from './link-recommendation.js';
import { ListRecommendations } from './list-recommendations.js';
import { ReadHistory } from './read-history.js';
import { ReadRecommendation } from './read-recommendation.js';
import { presentRecommendation, presentRecord, presentSummary } from './recommendation.presenter.js';
import { RespondToRecommendation } from './respond-to-recommendation.js';

@ApiTags('recommendations')
@Controller('workspaces/:w/recommendations')
export class RecommendationsController {
  constructor(
    private readonly listRecommendations: ListRecommendations,
    private readonly readRecommendation: ReadRecommendation,
    private readonly createRecommendation: CreateRecommendation,
    private readonly changeRecommendation: ChangeRecommendation,
    private readonly respondToRecommendation: RespondToRecommendation,
    private readonly assignRecommendation: AssignRecommendation,
    private readonly assignInBulk: AssignInBulk,
    private readonly claimRecommendation: ClaimRecommendation,
    private readonly linkRecommendation: LinkRecommendation,
    private readonly readHistory: ReadHistory,
  ) {}

  @Get()
  @Requires('item.read')
  @Answers(200, page(RecommendationSummary))
  async list(@Scoped() scope: WorkspaceScope, @QueryOf(RecommendationListQuery) query: RecommendationListQuery) {
    const { rows, ...rest } = await this.listRecommendations.execute(scope, query);
    return { items: rows.map((row) => presentSummary(scope, row)), ...rest };
  }

  @Post()
  @Requires('recommendation.create')
  @Answers(201, Recommendation)
  async create(@Scoped() scope: WorkspaceScope, @BodyOf(RecommendationCreation) input: RecommendationCreation) {
    return presentRecommendation(scope, await this.createRecommendation.execute(scope, input));
  }

  @Post('bulk-assignment')
  @Requires('recommendation.assign')
  @Answers(200, BulkResult)
  assignSeveral(@Scoped() scope: WorkspaceScope, @BodyOf(BulkAssignment) input: BulkAssignment) {
    return this.assignInBulk.execute(scope, input);
  }

  @Get(':id')
  @Requires('item.read')
  @Answers(200, Recommendation)
  async read(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return presentRecommendation(scope, await this.readRecommendation.execute(scope, id));
  }

  @Patch(':id')
  @Requires('recommendation.change')
  @Answers(200, Recommendation, ['version_conflict', 'invalid_state'])
  async change(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @BodyOf(RecommendationChange) input: RecommendationChange,
  ) {
    return presentRecommendation(scope, await this.changeRecommendation.execute(scope, id, input));
  }

  @Post(':id/response')
  @Requires('recommendation.respond')
  @Answers(200, Recommendation, ['version_conflict', 'invalid_state'])
  async respond(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(ResponseInput) input: ResponseInput) {
    return presentRecommendation(scope, await this.respondToRecommendation.execute(scope, id, input));
  }

  @Put(':id/assignment')
  @Requires('recommendation.assign')
  @Answers(200, Recommendation, ['version_conflict', 'invalid_state'])
  async assign(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @BodyOf(AssignmentInput) input: AssignmentInput,
  ) {
    return presentRecommendation(scope, await this.assignRecommendation.execute(scope, id, input));
  }

  @Post(':id/claim')
  @Requires('recommendation.claim')
  @Answers(200, Recommendation, ['already_claimed', 'invalid_state'])
  async claim(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return presentRecommendation(scope, await this.claimRecommendation.execute(scope, id));
  }

  @Put(':id/links')
  @Requires('recommendation.link')
  @Answers(200, Recommendation, ['version_conflict', 'invalid_state'])
  async link(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(LinksInput) input: LinksInput) {
    return presentRecommendation(scope, await this.linkRecommendation.execute(scope, id, input));
  }

  @Get(':id/history')
  @Requires('item.read')
  @Answers(200, page(OfficialRecord))
  async history(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @QueryOf(RecommendationHistoryQuery) query: RecommendationHistoryQuery,
  ) {
    const { rows, ...rest } = await this.readHistory.execute(scope, id, query);
    return { items: rows.map(presentRecord), ...rest };
  }
}
