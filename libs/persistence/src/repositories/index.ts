export * from './team.repository.js';
export * from './item.repository.js';
export * from './audit.repository.js';
export type { NewRecommendation } from './recommendations/new-recommendation.js';
export * from './recommendations/recommendation.repository.js';
export type { OfficialRecordRow } from './recommendations/recommendation-record.repository.js';
export { RecommendationRecordRepository } from './recommendations/recommendation-record.repository.js';
export type {
  MemberCell,
  NamedCell,
  RecommendationDetailRow,
  RecommendationRow,
} from './recommendations/recommendation-row.js';
export type { NewChecklistEntry, NewTask } from './tasks/new-task.js';
export * from './tasks/task.repository.js';
export * from './tasks/task-dependency.repository.js';
export type { TaskFilters } from './tasks/list-tasks.sql.js';
export type { TaskDetailRow, TaskRow } from './tasks/task-row.js';
export * from './items/assignment.repository.js';
export * from './items/judged-item.repository.js';
export * from './activity.repository.js';
export * from './sign-in.repository.js';
export * from './user.repository.js';
export * from './session.repository.js';
export * from './api-token.repository.js';
export * from './workspace.repository.js';
export * from './member.repository.js';
export * from './invitation.repository.js';
export * from './rollup.repository.js';
export * from './approvals/index.js';
export * from './gates/index.js';
export * from './evidence.repository.js';
export * from './briefs/index.js';
export * from './notifications/index.js';
