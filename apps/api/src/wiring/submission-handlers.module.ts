import { Global, Module } from '@nestjs/common';
import { itemKinds } from '@uptake/contracts';
import { SubmissionHandlers } from '@uptake/platform';
import { RecommendationSubmissions, RecommendationsModule } from '@uptake/recommendations';
import { TaskSubmissions, TasksModule } from '@uptake/tasks';

/** Which feature follows the submissions of each item kind. A kind without a handler, or with two, stops the boot here. */
@Global()
@Module({
  imports: [RecommendationsModule, TasksModule],
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
