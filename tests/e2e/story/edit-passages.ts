import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Actor } from './actor.js';
import { type PassageKind, cardsOf, expectFound } from './import-brief.js';

const squeezed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The words on a card. */
export const wordsOf = async (card: Locator): Promise<string> =>
  squeezed(await card.locator('[dir=auto]').filter({ hasNotText: /^$/ }).first().textContent());

/** What the original lights up, in the colour it has there. */
async function lit({ page }: Actor): Promise<{ words: string; colour: string }> {
  const marks = page.locator('mark[data-active]');
  await marks.first().waitFor();
  return {
    words: squeezed((await marks.allTextContents()).join(' ')),
    colour: await marks.first().evaluate((mark) => getComputedStyle(mark).borderBlockEndColor),
  };
}

/** A card in hand lights its own words in the original, in its own colour; each kind has another. */
export async function expectColourLinks(actor: Actor, kinds: readonly PassageKind[]): Promise<void> {
  const colours = new Set<string>();
  for (const kind of kinds) {
    const card = cardsOf(actor, kind).first();
    await card.hover();
    const { words, colour } = await lit(actor);
    expect(words).toBe(await wordsOf(card));
    expect(words).not.toBe('');
    colours.add(colour);
  }
  expect(colours.size).toBe(kinds.length);
}

/** Makes the last interest an issue, and back again what it was. */
export async function retype(actor: Actor, from: PassageKind, to: PassageKind): Promise<void> {
  await cardsOf(actor, from)
    .last()
    .getByRole('combobox')
    .first()
    .selectOption({ label: actor.say(`briefs:kind.${to}`) });
}

/** Merges a recommendation with the next one, and cuts it in two again where that began. */
export async function mergeAndSplit(actor: Actor, recommendations: number): Promise<void> {
  const [first, second] = [
    await wordsOf(cardsOf(actor, 'recommendation').nth(1)),
    await wordsOf(cardsOf(actor, 'recommendation').nth(2)),
  ];
  await actor.press('briefs:mergeNext', {}, cardsOf(actor, 'recommendation').nth(1));
  await expectFound(actor, { recommendation: recommendations - 1 });
  const merged = cardsOf(actor, 'recommendation').nth(1);
  expect(await wordsOf(merged)).toBe(`${first} ${second}`);
  await actor.press('briefs:split', {}, merged);
  const words = actor.field('briefs:splitWords', actor.dialog());
  const text = await words.inputValue();
  // with the keys that a cursor has; the second one stands at the end
  await words.press('Control+End');
  for (let steps = text.length - text.lastIndexOf(second.slice(0, 20)); steps > 0; steps--)
    await words.press('ArrowLeft');
  await actor.press('briefs:splitHere', {}, actor.dialog());
  await expectFound(actor, { recommendation: recommendations });
  expect(await wordsOf(cardsOf(actor, 'recommendation').nth(1))).toBe(first);
  expect(await wordsOf(cardsOf(actor, 'recommendation').nth(2))).toBe(second);
}

/** Names whom the first recommendation is addressed to, and the first issue and interest that it answers to. */
export async function relate(actor: Actor, addressee: string): Promise<void> {
  const card = cardsOf(actor, 'recommendation').first();
  const answers = await Promise.all(
    (['issue', 'interest'] as const).map((kind) => wordsOf(cardsOf(actor, kind).first())),
  );
  await actor.press('briefs:editRelations', {}, card);
  await actor.writeTags('briefs:addressees', [addressee], card);
  await actor.choose(
    'briefs:answersTo',
    answers.map((text) => new RegExp(text.slice(0, 40).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))),
    card,
  );
  await actor.press('actions.save', {}, card);
  await card.getByText(actor.say('briefs:answersCount', { count: 2 }), { exact: true }).waitFor();
  await card.getByText(addressee).waitFor();
}
