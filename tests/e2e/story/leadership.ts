import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Actor } from './actor.js';

export type Tile = 'open' | 'substantial' | 'complete' | 'unrated' | 'overdue' | 'waiting';

const tile = (leader: Actor, name: Tile): Locator =>
  leader
    .section('leadership:tiles')
    .getByRole('link')
    .filter({ visible: true })
    .and(leader.page.locator(`[aria-label^="${leader.say(`leadership:tile.${name}`)}"]`));

/** The figure of a tile, as the way to what it counts. */
export const figure = (leader: Actor, name: Tile, count: number): Locator =>
  leader.link(leader.say('leadership:figure', { figure: leader.say(`leadership:tile.${name}`), count }));

export async function expectFigures(leader: Actor, figures: Partial<Record<Tile, number>>): Promise<void> {
  for (const [name, count] of Object.entries(figures)) await figure(leader, name as Tile, count).waitFor();
}

/** What the page says first, before anything could be mended. */
export async function firstFigure(leader: Actor, name: Tile): Promise<number> {
  return Number(await tile(leader, name).textContent());
}

/** Every block of figures says of when it is, how it is counted and how much of it is hidden from the reader. */
export async function expectProvenance(leader: Actor): Promise<void> {
  const formulas = {
    tiles: 'groups',
    'by.status': 'groups',
    'by.rating': 'groups',
    'by.kind': 'groups',
    'by.owner': 'groups',
    'by.team': 'groups',
    'overdue.title': 'overdue',
    'stuck.title': 'stuck',
  };
  for (const [title, formula] of Object.entries(formulas)) {
    const button = leader.button('leadership:provenance.label', { of: leader.say(`leadership:${title}`) });
    await button.click();
    const note = leader.page.getByRole('note').filter({ visible: true });
    await note.getByText(leader.say(`leadership:provenance.${formula}`), { exact: true }).waitFor();
    await note.getByText(leader.say('leadership:provenance.nothingHidden'), { exact: true }).waitFor();
    expect(await note.locator('time').textContent()).toMatch(leader.words.pattern('leadership:provenance.asOf'));
    await button.click();
    await note.waitFor({ state: 'hidden' });
  }
}
