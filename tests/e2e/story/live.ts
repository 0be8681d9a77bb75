import type { Locator } from 'playwright-core';
import type { BreakableLine } from '../../support/breakable-line.js';
import type { Actor } from './actor.js';

const bells = ({ page, words }: Actor): Locator => page.getByRole('link', { name: words.pattern('shell.bell') });

/** How many notifications the bell says are unread. */
export async function unread(actor: Actor): Promise<number> {
  const label = await bells(actor).getAttribute('aria-label');
  for (let count = 0; count < 100; count++) if (label === actor.say('shell.bell', { count })) return count;
  throw new Error(`The bell says ${label}`);
}

export const bell = (actor: Actor, count: number): Locator =>
  actor.page.getByRole('link', { name: actor.say('shell.bell', { count }), exact: true });

/** Cuts the line for as long as `meanwhile` takes and until the screen says that it is not live; nothing is loaded anew. */
export async function whileCutOff(actor: Actor, line: BreakableLine, meanwhile: () => Promise<void>): Promise<void> {
  await actor.page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  line.cut();
  await meanwhile();
  await actor.says('shell.connectionLost');
  line.mend();
  await actor.page.getByText(actor.say('shell.connectionLost')).waitFor({ state: 'hidden', timeout: 40_000 });
  if (!(await actor.page.evaluate(() => 'isTheSamePage' in window))) throw new Error('The page was loaded anew');
}
