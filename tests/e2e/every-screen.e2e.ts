import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from '../support/chromium.js';
import { type Furnished, furnish } from '../support/furnished-workspace.js';
import { complaintsOf, faultsOf } from '../support/screen-checks.js';

const root = path.resolve(import.meta.dirname, '../..');
const routes = path.join(root, 'apps/web/src/routes');
const password = 'correct horse battery';

/** Where each route file is looked at; several addresses where it has several faces. A frame or a redirect has none of its own. */
const places: Record<string, (made: Furnished, reader: 0 | 1) => string[]> = {
  '__root.tsx': () => [],
  'index.tsx': () => [],
  'login.tsx': () => ['/login'],
  'gallery.tsx': () => ['/gallery'],
  'invitations.accept.tsx': ({ invitation }) => ['/invitations/accept', `/invitations/accept#${invitation}`],
  'w.$workspace.tsx': () => ['/w/here/nowhere', '/w/elsewhere/inbox'],
  'w.$workspace.index.tsx': () => [],
  'w.$workspace.account.tsx': () => ['/w/here/account'],
  'w.$workspace.account_.delegations.tsx': () => ['/w/here/account/delegations'],
  'w.$workspace.admin.tsx': () => [],
  'w.$workspace.admin.index.tsx': () => [],
  'w.$workspace.admin.members.tsx': () => ['/w/here/admin/members'],
  'w.$workspace.admin.teams.tsx': () => ['/w/here/admin/teams'],
  'w.$workspace.admin.workflows.tsx': () => ['/w/here/admin/workflows'],
  'w.$workspace.admin_.workflows.$key.index.tsx': () => [
    '/w/here/admin/workflows/update-review',
    '/w/here/admin/workflows/nowhere',
  ],
  'w.$workspace.admin_.workflows.$key.design.tsx': () => [
    '/w/here/admin/workflows/update-review/design',
    '/w/here/admin/workflows/closing-review/design',
  ],
  'w.$workspace.admin.invitations.tsx': () => ['/w/here/admin/invitations'],
  'w.$workspace.admin.mail.tsx': () => ['/w/here/admin/mail'],
  'w.$workspace.admin.audit.tsx': () => ['/w/here/admin/audit'],
  'w.$workspace.admin.workspace.tsx': () => ['/w/here/admin/workspace'],
  'w.$workspace.briefs.index.tsx': () => ['/w/here/briefs'],
  'w.$workspace.briefs.$id.tsx': ({ openBrief, confirmedBrief }) => [
    `/w/here/briefs/${openBrief}`,
    `/w/here/briefs/${confirmedBrief}`,
  ],
  'w.$workspace.inbox.tsx': () => ['/w/here/inbox'],
  'w.$workspace.leadership.tsx': () => ['/w/here/leadership'],
  'w.$workspace.my-work.tsx': () => ['/w/here/my-work'],
  'w.$workspace.tasks.index.tsx': () => ['/w/here/tasks', '/w/here/tasks?q=nothing%20of%20this%20name'],
  'w.$workspace.recommendations.index.tsx': () => [
    '/w/here/recommendations',
    '/w/here/recommendations?q=nothing%20of%20this%20name',
  ],
  'w.$workspace.recommendations.$reference.tsx': ({ recommendation }) => [
    `/w/here/recommendations/${recommendation}`,
    '/w/here/recommendations/NONE-99',
  ],
  'w.$workspace.review.index.tsx': () => ['/w/here/review'],
  'w.$workspace.review.$approvalId.tsx': ({ approvals }, reader) => [`/w/here/review/${approvals[reader]}`],
  'w.$workspace.submissions.$id.tsx': ({ submission }) => [`/w/here/submissions/${submission}`],
  'w.$workspace.tasks.$number.tsx': ({ task }) => [`/w/here/tasks/${task}`],
};

// both widths, both schemes and both languages in two looks a language
const languages = [
  {
    language: 'en',
    reader: 0,
    looks: [
      { width: 1280, colorScheme: 'light' },
      { width: 390, colorScheme: 'dark' },
    ],
  },
  {
    language: 'ar',
    reader: 1,
    looks: [
      { width: 1280, colorScheme: 'dark' },
      { width: 390, colorScheme: 'light' },
    ],
  },
] as const;

describe('every screen', () => {
  let made: Furnished;
  let browser: Browser;

  beforeAll(async () => {
    made = await furnish({ WEB_ROOT: path.join(root, 'apps/web/dist') });
    for (const reader of made.readers) await made.story.api.world.password(reader, password);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await made?.story.stop();
  });

  it('has its place in the list of this walk', () => {
    expect(Object.keys(places).sort()).toEqual(readdirSync(routes).sort());
  });

  async function openFor({
    language,
    reader,
  }: (typeof languages)[number]): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript((spoken) => localStorage.setItem('uptake.language', spoken), language);
    const answer = await context.request.post(`${made.story.api.url}/api/v1/auth/login`, {
      data: { email: made.readers[reader].email, password },
    });
    expect(answer.status()).toBe(200);
    const page = await context.newPage();
    return { context, page, complaints: complaintsOf(page) };
  }

  /** Faults of all screens in one language, each with where it was found. */
  async function walk(kind: (typeof languages)[number]): Promise<string[]> {
    const { context, page, complaints } = await openFor(kind);
    const found: string[] = [];
    await page.goto(`${made.story.api.url}/login`);
    await page.locator('h1').waitFor();
    for (const address of Object.values(places).flatMap((of) => of(made, kind.reader))) {
      // as a link would, without loading the application anew
      await page.evaluate(
        (href) =>
          (
            globalThis as unknown as { __TSR_ROUTER__: { navigate(to: object): Promise<void> } }
          ).__TSR_ROUTER__.navigate({ href }),
        address,
      );
      for (const { width, colorScheme } of kind.looks) {
        await page.setViewportSize({ width, height: 850 });
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
        await page.locator('h1').first().waitFor();
        // the gallery shows what loading looks like
        await page.waitForFunction(
          () => location.pathname === '/gallery' || !document.querySelector('[aria-busy=true]'),
        );
        const faults = [...(await faultsOf(page)), ...complaints.splice(0).filter((one) => !isExpected(one))];
        found.push(...faults.map((fault) => `${address} ${width} ${colorScheme} ${kind.language}: ${fault}`));
      }
    }
    await context.close();
    return found;
  }

  it('can be read and worked by everybody, in both directions, both schemes, wide and narrow', async () => {
    const found = await Promise.all(languages.map(walk));
    expect(found.flat()).toEqual([]);
  });
});

/** A browser says so itself when an answer is 404, which is what the screen for nothing is about. */
const isExpected = (complaint: string): boolean => /Failed to load resource.*\b404\b/.test(complaint);
