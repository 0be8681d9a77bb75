export * from './approvals.module.js';
export * from './approvals/decide.js';
export * from './approvals/list-approvals.js';
export * from './approvals/show-approval.js';
export * from './runs/recheck-runs.js';
export * from './submissions/submit.js';
export * from './submissions/withdraw.js';
export * from './workflows/install-workflows.js';
