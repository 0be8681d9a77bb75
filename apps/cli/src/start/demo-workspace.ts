import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keepSecret } from '@uptake/platform/embedded-postgres';
import { runOwnCommand } from './run-own-command.js';

const markOf = (dataFolder: string) => path.join(dataFolder, 'first-start');

/** The demo people's password: UPTAKE_DEMO_PASSWORD when they were made, or one made then; kept, for it is shown again. */
function demoPasswordOf(dataFolder: string): string {
  const make = () => process.env['UPTAKE_DEMO_PASSWORD'] || randomBytes(9).toString('base64url');
  return keepSecret(path.join(dataFolder, 'demo-password'), make);
}

/**
 * Makes the demonstration workspace on the first start of a data folder and on no other, for people may have removed
 * it. Resolves to the demo people's password, or undefined where there are none.
 */
export async function makeDemoOnce(
  dataFolder: string,
  env: NodeJS.ProcessEnv,
  isWanted: boolean,
): Promise<string | undefined> {
  const mark = markOf(dataFolder);
  if (!existsSync(mark)) {
    if (isWanted) {
      console.error('Making the demonstration workspace (once) ...');
      await runOwnCommand(['demo'], { ...env, UPTAKE_DEMO_PASSWORD: demoPasswordOf(dataFolder) });
    }
    writeFileSync(mark, isWanted ? 'demo' : 'empty');
  }
  return readFileSync(mark, 'utf8') === 'demo' ? demoPasswordOf(dataFolder) : undefined;
}
