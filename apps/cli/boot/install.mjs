import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runNpm } from './run.mjs';
import { inRoot, nodeMajor, readJson, say } from './workspace.mjs';

const stamp = inRoot('node_modules', '.uptake-installed');

const machine = `node ${nodeMajor} ${process.platform} ${process.arch}`;

const wanted = () =>
  `${machine}\n${createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex')}`;

const stamped = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined);

/** Optional packages are left out where they are made for another system, or hang on one that is. */
function mayBeMissing({ optional, os, cpu, libc }) {
  if (!optional) return false;
  const isForHere = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
  return !isForHere;
}

/** Whether every package lies where the lock file has it, in that version: so an install by hand counts. */
function isInstalledByHand() {
  if (!existsSync(inRoot('node_modules'))) return false;
  if (stamped() && !stamped().startsWith(`${machine}\n`)) return false;
  return Object.entries(readJson('package-lock.json').packages)
    .filter(([place]) => place.includes('node_modules/'))
    .every(([place, entry]) => {
      if (!existsSync(inRoot(place, 'package.json'))) return mayBeMissing(entry);
      return entry.link || readJson(place, 'package.json').version === entry.version;
    });
}

export const isInstalled = () => stamped() === wanted();

/** Brings node_modules to what the lock file says, unless it is that already. */
export async function install() {
  if (isInstalled()) return;
  if (!isInstalledByHand()) {
    const began = Date.now();
    say('Installing packages (once; about a minute) ...');
    const { code } = await runNpm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (code !== 0) {
      say('The packages could not be installed: see above what npm said.');
      process.exit(1);
    }
    say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  }
  writeFileSync(stamp, wanted());
}
