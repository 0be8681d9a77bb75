import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/chromium.js';
import { type TestApi, startTestApi } from '../support/test-api.js';

const root = path.resolve(import.meta.dirname, '../..');
const axeSource = readFileSync(createRequire(path.join(root, 'tests/package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const password = 'correct horse battery';

/** Axe's findings that keep people out: serious and critical ones, by rule and place. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Array<{ id: string; impact: string; nodes: Array<{ target: string[] }> }> }> } }).axe;
    // this rule counts decoration that is hidden from assistive technology (initials, key hints) among the visible words
    const { violations } = await axe.run({ rules: { 'label-content-name-mismatch': { enabled: false } } });
    return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id} at ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  });
}

describe('coming in by the browser', () => {
  let api: TestApi;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    api = await startTestApi({ variables: { WEB_ROOT: path.join(root, 'apps/web/dist') } });
    // the browser judges the cookie's end by its own clock
    api.clock.advance({ minutes: Math.floor((Date.now() - api.clock.now().getTime()) / 60_000) });
    const here = await api.world.workspace('here');
    const amal = await api.world.person(here, 'amal', 'manager');
    await api.world.password(amal, password);
    browser = await startChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it('says one and the same thing to a wrong password and an unknown address', async () => {
    await page.goto(`${api.url}/login`);
    const said: Array<string | null> = [];
    for (const email of ['amal.here@example.org', 'nobody@example.org']) {
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      const alert = page.getByRole('alert');
      await alert.waitFor();
      said.push((await alert.textContent())?.trim() ?? null);
    }
    expect(said[0]).toBeTruthy();
    expect(said[1]).toBe(said[0]);
    expect(await barriers(page)).toEqual([]);
  });

  it('opens the workspace to the right one', async () => {
    await page.getByLabel('E-mail address').fill('amal.here@example.org');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/w\/here/, { waitUntil: 'commit' });
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    expect(await barriers(page)).toEqual([]);
  });

  it('turns to Arabic and right to left at once, and stays so', async () => {
    await page.getByRole('button', { name: /Account of/ }).click();
    await page.getByRole('menuitemradio', { name: 'العربية' }).click();
    await page.locator('html[dir=rtl][lang=ar]').waitFor({ state: 'attached' });
    await page.reload();
    await page.locator('html[dir=rtl]').waitFor({ state: 'attached' });
    expect(await barriers(page)).toEqual([]);
  });

  it('kept its content policy all the way', () => {
    expect(complaints).toEqual([]);
  });
});
