import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Actor } from './actor.js';

/** A recommendation as the brief's page names it once it is made. */
export interface Made {
  reference: string;
  words: string;
}

/** What the confirmed brief became, in the order of its text. */
export async function madeFrom(actor: Actor): Promise<Made[]> {
  const links = actor.page.getByRole('list', { name: actor.say('briefs:madeTitle') }).getByRole('link');
  await links.first().waitFor();
  return links.evaluateAll((all) =>
    all.map((link) => ({
      reference: link.querySelectorAll('bdi')[0]?.textContent ?? '',
      words: (link.querySelectorAll('bdi')[1]?.textContent ?? '').replace(/…$/, ''),
    })),
  );
}

/** The row of the list of recommendations. */
export const rowOf = (actor: Actor, { reference }: Pick<Made, 'reference'>): Locator =>
  actor.page.getByRole('row').filter({ has: actor.page.locator('bdi', { hasText: new RegExp(`^${reference}$`) }) });

/** Over the list to the page of one. */
export async function openRecommendation(actor: Actor, made: Pick<Made, 'reference'>): Promise<void> {
  await actor.goTo('recommendations');
  // beside the link, which runs on under the next columns
  await rowOf(actor, made).getByText(made.reference, { exact: true }).click();
  await actor.section('recommendations:facts').waitFor();
  await actor.page
    .getByRole('main')
    .locator('bdi', { hasText: new RegExp(`^${made.reference}$`) })
    .first()
    .waitFor();
}

/** What the page says under a label. */
export const factOf = (actor: Actor, key: string): Locator =>
  actor.page
    .getByRole('main')
    .locator('dl > div')
    .filter({ has: actor.page.locator('dt').getByText(actor.say(key), { exact: true }) })
    .locator('dd');

/** Waits until a label has these words under it. */
export async function expectFact(actor: Actor, key: string, ...words: string[]): Promise<void> {
  const fact = factOf(actor, key);
  for (const one of words) await fact.getByText(one).first().waitFor();
  expect(words.length).toBeGreaterThan(0);
}
