export * from './recommendations.module.js';
export * from './recommendation-submissions.js';
export * from './recommendation-submissions.module.js';
