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

/** Whether npm's own record of what it installed says the same as the lock file: so an `npm ci` by hand counts. */
function isInstalledByHand() {
  if (!existsSync(inRoot('node_modules', '.package-lock.json'))) return false;
  if (stamped() && !stamped().startsWith(`${machine}\n`)) return false;
  const installed = readJson('node_modules', '.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages)
    .filter(([place]) => place.includes('node_modules/'))
    .every(([place, entry]) => {
      const there = installed[place];
      if (!there || !existsSync(inRoot(place))) return mayBeMissing(entry);
      return entry.link || (there.version === entry.version && there.integrity === entry.integrity);
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
