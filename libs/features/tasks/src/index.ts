export * from './tasks.module.js';
export * from './task-submissions.js';
export * from './task-submissions.module.js';
