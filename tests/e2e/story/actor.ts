import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Person } from '../../support/people.js';
import { screenFaults } from './screen-faults.js';
import type { Values, Words } from './words.js';

type Within = Page | Locator;
export type Place = 'inbox' | 'myWork' | 'recommendations' | 'briefs' | 'leadership' | 'administration';

/** Somebody at a browser of their own: finds controls by what is written on them, in the language that they read. */
export class Actor {
  constructor(
    readonly page: Page,
    readonly words: Words,
    readonly person: Person,
  ) {}

  get name(): string {
    return this.person.name;
  }

  say(key: string, values?: Values): string {
    return this.words.say(key, values);
  }

  button(key: string, values?: Values, within: Within = this.page): Locator {
    return within.getByRole('button', { name: this.say(key, values), exact: true });
  }

  link(name: string | RegExp, within: Within = this.page): Locator {
    return within.getByRole('link', { name, exact: typeof name === 'string' });
  }

  section(key: string, values?: Values): Locator {
    return this.page.getByRole('region', { name: this.say(key, values), exact: true });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async press(key: string, values?: Values, within?: Within): Promise<void> {
    await this.button(key, values, within).click();
  }

  field(key: string, within: Within = this.page): Locator {
    // a list of options carries the label of its field
    return within.getByLabel(this.label(key)).and(within.locator('input, textarea, select'));
  }

  async write(key: string, text: string, within?: Within): Promise<void> {
    await this.field(key, within).fill(text);
  }

  /** One of the options that a field offers, or several where it takes several. */
  async choose(key: string, options: string | readonly (string | RegExp)[], within?: Within): Promise<void> {
    const field = this.field(key, within);
    const many = typeof options !== 'string';
    for (const option of many ? options : [options]) {
      await field.click();
      await this.page.getByRole('option', { name: option, exact: true }).filter({ visible: true }).click();
    }
    // a list that takes several stays open over what is below it
    if (many) await field.press('Tab');
  }

  /** Words of their own into a field that takes several. */
  async writeTags(key: string, tags: readonly string[], within?: Within): Promise<void> {
    const field = this.field(key, within);
    for (const tag of tags) {
      await field.fill(tag);
      await field.press('Enter');
    }
  }

  async says(key: string, values?: Values): Promise<void> {
    await this.page.getByText(this.say(key, values), { exact: true }).first().waitFor();
  }

  /** By the main navigation, to a screen with this heading. */
  async goTo(place: Place, heading: string = this.say(`nav.${place}`)): Promise<void> {
    await this.page
      .getByRole('navigation', { name: this.say('nav.main') })
      .getByRole('link')
      .filter({ hasText: this.say(`nav.${place}`) })
      .click();
    await this.heading(heading);
  }

  async heading(title: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }

  /** Nothing is wrong with the screen before them. */
  async finishesLooking(): Promise<void> {
    // a skeleton is not yet the screen
    await this.page.waitForFunction(
      (loading) => ![...document.querySelectorAll(`[aria-label="${loading}"]`)].some((one) => one.checkVisibility()),
      this.say('states.loading'),
    );
    // a toast covers what stands below it for a while
    const toasts = this.page.getByRole('alert').getByRole('button', { name: this.say('actions.close') });
    for (const toast of await toasts.all()) await toast.click({ timeout: 1_000 }).catch(() => undefined);
    expect(await screenFaults(this.page, this.words)).toEqual([]);
  }

  /** The label alone or with the star of what has to be filled in. */
  private label(key: string): RegExp {
    return new RegExp(`^${this.say(key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`);
  }
}
