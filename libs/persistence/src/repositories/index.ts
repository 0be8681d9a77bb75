export * from './team.repository.js';
export * from './item.repository.js';
export * from './audit.repository.js';
export type { NewRecommendation } from './recommendations/new-recommendation.js';
export * from './recommendations/recommendation.repository.js';
export type { NewChecklistEntry, NewTask } from './tasks/new-task.js';
export * from './tasks/task.repository.js';
