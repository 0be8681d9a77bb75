export * from './approval.repository.js';
export * from './eligibility.repository.js';
export * from './member-refs.js';
export * from './official-record.repository.js';
export * from './run.repository.js';
export * from './run-item.repository.js';
export * from './submission.repository.js';
export * from './workflow.repository.js';
