import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RunningWorker } from '@uptake/worker';
import type { Browser } from 'playwright-core';
import type { Role } from '@uptake/contracts';
import { BreakableLine } from '../../support/breakable-line.js';
import { startChromium } from '../../support/chromium.js';
import type { Person } from '../../support/people.js';
import { RunningClock } from '../../support/running-clock.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import { startTestWorker } from '../../support/test-worker.js';
import { Actor } from './actor.js';
import { type Language, Words } from './words.js';

const root = path.resolve(import.meta.dirname, '../../..');
export const password = 'correct horse battery';

const cast = {
  admin: ['Amal', 'admin'],
  manager: ['Mariam', 'manager'],
  deputy: ['Dilan', 'manager'],
  owner: ['Omar', 'contributor'],
  helper: ['Hana', 'contributor'],
  member: ['Baran', 'contributor'],
  reviewer: ['Rezan', 'reviewer'],
  leader: ['Layla', 'leader'],
} as const satisfies Record<string, readonly [string, Role]>;
export type Who = keyof typeof cast;
const onTheLine: Who = 'helper';

/** The product as it runs for people: API, worker and web on a real database, with a browser before it. */
export class StoryWorld {
  private constructor(
    private readonly api: TestApi,
    private readonly worker: RunningWorker,
    private readonly browser: Browser,
    private readonly files: string,
    /** Over which one of them works. */
    readonly line: BreakableLine,
  ) {}

  static async open(): Promise<StoryWorld> {
    const files = mkdtempSync(path.join(os.tmpdir(), 'uptake-story-'));
    const line = await BreakableLine.open();
    const variables = { WEB_ROOT: path.join(root, 'apps/web/dist'), STORAGE_DIR: files, PUBLIC_URL: line.url };
    const api = await startTestApi({ variables, clock: new RunningClock() });
    line.leadTo(api.url);
    const worker = await startTestWorker(api, { variables });
    return new StoryWorld(api, worker, await startChromium(), files, line);
  }

  /** A workspace of its own with everybody in it; nobody has signed in. */
  async cast(language: Language): Promise<Cast> {
    const slug = `valley-${language}`;
    const here = await this.api.world.workspace(slug);
    const people = {} as Record<Who, Person>;
    for (const who of Object.keys(cast) as Who[]) {
      const [name, role] = cast[who];
      people[who] = await this.api.world.person(here, name, role);
      await this.api.world.password(people[who], password);
    }
    return new Cast(
      this.browser,
      (who) => `${who === onTheLine ? this.line.url : this.api.url}/w/${slug}`,
      people,
      new Words(language),
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.line.close();
    await this.worker.stop();
    await this.api.stop();
    rmSync(this.files, { recursive: true, force: true });
  }
}

/** The people of one telling, each at a browser of their own from their first entry on. */
export class Cast {
  private readonly present = new Map<Who, Promise<Actor>>();
  private readonly seated: Actor[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly addressOf: (who: Who) => string,
    readonly people: Readonly<Record<Who, Person>>,
    readonly words: Words,
  ) {}

  /** Signed in: at the inbox when they come for the first time, else where they have left off. */
  the(who: Who): Promise<Actor> {
    const known = this.present.get(who) ?? this.enter(who);
    this.present.set(who, known);
    return known;
  }

  async all<Several extends readonly Who[]>(...several: Several): Promise<{ [each in keyof Several]: Actor }> {
    const actors: Actor[] = [];
    for (const who of several) actors.push(await this.the(who));
    return actors as { [each in keyof Several]: Actor };
  }

  nameOf(who: Who): string {
    return this.people[who].name;
  }

  /** What each of them has before them. */
  async photograph(folder: string, name: string): Promise<void> {
    for (const { page, person } of this.seated)
      await page.screenshot({ path: path.join(folder, `${name}-${person.name}.png`) }).catch(() => undefined);
  }

  async leave(): Promise<void> {
    for (const { page } of this.seated) await page.context().close();
  }

  /** Before a browser that nobody has signed in to, at the page that asks who they are. */
  async atTheDoor(who: Who): Promise<Actor> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    const actor = new Actor(await context.newPage(), this.words, this.people[who]);
    this.seated.push(actor);
    await actor.page.goto(`${this.addressOf(who)}/inbox`);
    await actor.page.getByRole('heading', { level: 1 }).waitFor();
    if (this.words.language === 'ar') await actor.page.getByText('العربية', { exact: true }).click();
    await actor.field('auth:email').waitFor();
    return actor;
  }

  private async enter(who: Who): Promise<Actor> {
    const actor = await this.atTheDoor(who);
    await actor.write('auth:email', actor.person.email);
    await actor.write('auth:password', password);
    await actor.press('auth:submit');
    await actor.heading(actor.say('inbox:title'));
    return actor;
  }
}
