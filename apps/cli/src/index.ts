export { runCommand, usageText } from './run-command.js';
export { UsageError } from './usage-error.js';
