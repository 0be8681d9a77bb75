import { Module } from '@nestjs/common';
import {
  AssignmentRepository,
  ItemRepository,
  JudgedItemRepository,
  RecommendationRecordRepository,
  RecommendationRepository,
} from '@uptake/persistence';
import { AcceptSubmission } from './accept-submission.js';
import { ProjectSubmission } from './project-submission.js';
import { RecommendationSubmissions } from './recommendation-submissions.js';

/** How recommendations follow their submissions, without the routes: for a process that serves none. */
@Module({
  providers: [
    AssignmentRepository,
    ItemRepository,
    JudgedItemRepository,
    RecommendationRecordRepository,
    RecommendationRepository,
    AcceptSubmission,
    ProjectSubmission,
    RecommendationSubmissions,
  ],
  exports: [RecommendationSubmissions],
})
export class RecommendationSubmissionsModule {}
