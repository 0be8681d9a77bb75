import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything in this folder runs before anything is installed: Node's own modules only.

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

export const inRoot = (...parts) => path.join(root, ...parts);

export const readJson = (...parts) => JSON.parse(readFileSync(inRoot(...parts), 'utf8'));

/** Standard output belongs to the command that was asked for; what we have to say goes beside it. */
export const say = (text) => process.stderr.write(`${text}\n`);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

export const nodeMajor = major;

export function requireNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Uptake needs Node 20.19 or later; this is ${process.version}.`);
  process.exit(1);
}
