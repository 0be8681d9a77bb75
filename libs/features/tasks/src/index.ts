export * from './tasks.module.js';
export * from './task-submissions.js';
