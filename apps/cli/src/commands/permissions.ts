import { printPermissionTable } from '@uptake/domain';
import { readArguments } from '../read-arguments.js';
import type { RunAlone } from './command.js';

/** Prints the permission table in Markdown, as libs/domain/PERMISSIONS.md has it. */
export const runPermissions: RunAlone = (args) => {
  readArguments({ args, options: {} });
  process.stdout.write(printPermissionTable());
  return Promise.resolve(0);
};
