import { Module } from '@nestjs/common';
import {
  AssignmentRepository,
  ItemRepository,
  JudgedItemRepository,
  RecommendationRecordRepository,
  RecommendationRepository,
} from '@uptake/persistence';
import { AcceptSubmission } from './accept-submission.js';
import { AssignInBulk } from './assign-in-bulk.js';
import { AssignRecommendation } from './assign-recommendation.js';
import { ChangeRecommendation } from './change-recommendation.js';
import { ClaimRecommendation } from './claim-recommendation.js';
import { CreateRecommendation } from './create-recommendation.js';
import { HoldRecommendation } from './hold-recommendation.js';
import { LinkRecommendation } from './link-recommendation.js';
import { ListRecommendations } from './list-recommendations.js';
import { ProjectSubmission } from './project-submission.js';
import { ReadHistory } from './read-history.js';
import { ReadRecommendation } from './read-recommendation.js';
import { RecommendationSubmissions } from './recommendation-submissions.js';
import { RecommendationsController } from './recommendations.controller.js';
import { RespondToRecommendation } from './respond-to-recommendation.js';

@Module({
  controllers: [RecommendationsController],
  providers: [
    ItemRepository,
    AssignmentRepository,
    JudgedItemRepository,
    RecommendationRepository,
    RecommendationRecordRepository,
    ListRecommendations,
    ReadRecommendation,
    ReadHistory,
    HoldRecommendation,
    CreateRecommendation,
    ChangeRecommendation,
    RespondToRecommendation,
    AssignRecommendation,
    AssignInBulk,
    ClaimRecommendation,
    LinkRecommendation,
    AcceptSubmission,
    ProjectSubmission,
    RecommendationSubmissions,
  ],
  exports: [RecommendationSubmissions],
})
export class RecommendationsModule {}
