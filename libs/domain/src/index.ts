export * from './shared/domain-error.js';
export * from './shared/canonical-json.js';
export * from './access/permission-table.js';
export * from './access/may.js';
export * from './shared/calendar-day.js';
export * from './workflow/index.js';
export * from './rollups/week-ends.js';
