import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/chromium.js';
import { barriers } from '../support/screen-checks.js';
import { type TestApi, startTestApi } from '../support/test-api.js';

const root = path.resolve(import.meta.dirname, '../..');
const password = 'correct horse battery';

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
