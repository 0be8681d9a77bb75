import { pathToFileURL } from 'node:url';
import { build, isEverythingBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { whileSettingUp } from './setup-lock.mjs';
import { requireNode } from './workspace.mjs';

/**
 * Makes this checkout able to run: packages as the lock file says, the named targets (`server`, `web`) built.
 * Costs some hundredths of a second when nothing has changed.
 */
export async function makeReady(targets) {
  requireNode();
  if (isInstalled() && isEverythingBuilt(targets)) return;
  await whileSettingUp(async () => {
    await install();
    await build(targets);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await makeReady(['server', 'web']);
