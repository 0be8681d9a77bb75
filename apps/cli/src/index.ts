export { runCommand, usageText } from './run-command.js';
export { UsageError } from './usage-error.js';
// for measurements that make a workspace of data of their own
export { countAfresh } from './seed/count-afresh.js';
export { SeededRandom } from './seed/random.js';
export { runRows } from './seed/run-rows.js';
export { SealedTrail } from './seed/sealed-trail.js';
export { type MadeTable, TableRows } from './seed/table-rows.js';
