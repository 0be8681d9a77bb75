import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Actor } from './actor.js';
import { storyBrief } from './story-brief.js';

export type PassageKind = 'issue' | 'interest' | 'recommendation' | 'context';

/** Drops the brief on *Import a brief* and waits for what was found in it. */
export async function importBrief(manager: Actor): Promise<void> {
  const { name, text } = storyBrief();
  await manager.goTo('briefs');
  await manager.finishesLooking();
  // the head of the page offers it, and the empty list again
  await manager.button('briefs:import').first().click();
  const chooser = manager.page.waitForEvent('filechooser');
  await manager.press('briefs:chooseFile');
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await cards(manager).first().waitFor();
}

export const cards = (actor: Actor): Locator =>
  actor.page.getByRole('list', { name: actor.say('briefs:found') }).locator(':scope > li');

/** The cards of one kind, in the order of the text. */
export const cardsOf = (actor: Actor, kind: PassageKind): Locator =>
  actor.page
    .getByRole('list', { name: actor.say('briefs:found') })
    .getByRole('listitem', { name: new RegExp(`^${actor.say(`briefs:kind.${kind}`)}`) });

/** The screen counts so many of each kind, and so many stand below it. */
export async function expectFound(actor: Actor, counts: Partial<Record<PassageKind, number>>): Promise<void> {
  for (const [kind, count] of Object.entries(counts)) {
    await actor.page
      .getByRole('radio', { name: actor.say(`briefs:counted.${kind}`, { count }), exact: true })
      .waitFor({ state: 'attached' });
    expect(await cardsOf(actor, kind as PassageKind).count()).toBe(count);
  }
}

/** Says what will be made, and makes it. */
export async function confirm(
  actor: Actor,
  counts: Record<'issue' | 'interest' | 'recommendation', number>,
): Promise<void> {
  await actor.press('briefs:confirm');
  for (const [kind, count] of Object.entries(counts))
    await actor
      .dialog()
      .getByText(actor.say(`briefs:counted.${kind}`, { count }), { exact: true })
      .waitFor();
  await actor.press('actions.confirm', {}, actor.dialog());
  await actor.says('briefs:madeTitle');
}
