import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const ofSystem = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** A headless Chromium: the system's where there is one, else the one inside an npm package, so that nothing is installed by hand. */
export async function startChromium(): Promise<Browser> {
  const known = ofSystem.find((file) => existsSync(file));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
  if (known) return chromium.launch({ executablePath: known, args, headless: true });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...args], headless: true });
}
