import { Global, Module } from '@nestjs/common';
import { itemKinds } from '@uptake/contracts';
import { SubmissionHandlers } from '@uptake/platform';
import { RecommendationSubmissions, RecommendationSubmissionsModule } from '@uptake/recommendations';
import { TaskSubmissions, TaskSubmissionsModule } from '@uptake/tasks';

/** Which feature follows the submissions of each item kind when time moves them, as the API does when people do. */
@Global()
@Module({
  imports: [RecommendationSubmissionsModule, TaskSubmissionsModule],
  providers: [
    {
      provide: SubmissionHandlers,
      useFactory: (...handlers: [RecommendationSubmissions, TaskSubmissions]) =>
        new SubmissionHandlers(handlers, itemKinds),
      inject: [RecommendationSubmissions, TaskSubmissions],
    },
  ],
  exports: [SubmissionHandlers],
})
export class SubmissionHandlersModule {}
