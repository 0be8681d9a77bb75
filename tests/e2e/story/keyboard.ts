import type { Locator } from 'playwright-core';
import type { Actor } from './actor.js';

const MOST_STOPS = 80;

/** Tab by Tab to a control; what no Tab reaches is not there for those who have no pointer. */
export async function tabTo(actor: Actor, control: Locator): Promise<void> {
  await control.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await actor.page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${String(control)}`);
}

export async function typeInto(actor: Actor, control: Locator, words: string): Promise<void> {
  await tabTo(actor, control);
  await actor.page.keyboard.type(words);
}
