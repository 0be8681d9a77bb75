export * from './assignment.js';
export * from './changes.js';
export * from './claimable.js';
export * from './extension-rules.js';
export * from './overdue.js';
export * from './restrict-visibility.js';
export * from './submission-fields.js';
