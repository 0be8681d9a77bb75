import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type LaunchOptions, chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../..');
const ofSystem = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  // a browser of tests talks to the tests' server alone
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** A headless Chromium: the system's where there is one, else the one inside an npm package, so that nothing is installed by hand. */
export async function startChromium(): Promise<Browser> {
  const known = ofSystem.find((file) => existsSync(file));
  return known ? chromium.launch({ executablePath: known, args, headless: true }) : startPackaged();
}

async function startPackaged(): Promise<Browser> {
  const manifest = path.join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(root, '.nx', 'chromium', version);
  const options: LaunchOptions = { executablePath: unpack(folder), args, headless: true };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) throw error;
    // a bare system lacks NSS; the package carries it
    const env = { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
    return chromium.launch({ ...options, env });
  }
}

/**
 * Unpacks the npm package's browser into the checkout and answers where it is. Left to itself the package uses the
 * system's temporary folder, and whatever somebody else has put there under the browser's name; and it unpacks the
 * libraries only where it believes to be on AWS Lambda. Both are said by the environment of the process it runs in.
 */
function unpack(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const program = `import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());`;
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const words = ['--input-type=module', '--eval', program];
  return execFileSync(process.execPath, words, { cwd: import.meta.dirname, env, encoding: 'utf8' });
}
