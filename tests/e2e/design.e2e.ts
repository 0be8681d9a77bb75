import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addApproval, askPeople, giveDeadline, rejectTo, routeAbove, saved, switchOn } from './design/stages.js';
import type { Actor } from './story/actor.js';
import { type Cast, StoryWorld } from './story/story-world.js';
import type { Language } from './story/words.js';

const photographs = path.resolve(import.meta.dirname, '../../.nx/test-results');

/** Somebody who has never read a manual builds the way of a large grant from an empty canvas, by what is on the screen alone. */
describe('designing a workflow', () => {
  let world: StoryWorld;
  beforeAll(async () => {
    world = await StoryWorld.open();
  });
  afterAll(() => world?.close());

  const named = {
    technical: { en: 'Technical check', ar: 'الفحص الفني' },
    finance: { en: 'Finance', ar: 'المالية' },
    legal: { en: 'Legal', ar: 'القانونية' },
    director: { en: 'Director', ar: 'المدير العام' },
    board: { en: 'Board', ar: 'المجلس' },
  };

  describe.each<[string, Language]>([
    ['English', 'en'],
    ['Arabic', 'ar'],
  ])('in %s', (_, language) => {
    let cast: Cast;
    beforeAll(async () => {
      cast = await world.cast(language);
    });
    afterAll(() => cast?.leave());

    it('goes from the empty canvas to a way with parallel stages, routes, deadlines and a signature', async () => {
      const admin = await cast.the('admin');
      const say = (key: string, values = {}) => admin.say(`workflows:${key}`, values);
      const name = (stage: keyof typeof named) => named[stage][language];
      try {
        await admin.goTo('administration');
        await admin.link(admin.say('admin:part.workflows')).click();
        await admin.button('workflows:create').click();
        await admin.write('workflows:nameEn', 'Large grants', admin.dialog());
        await admin.write('workflows:nameAr', 'المنح الكبيرة', admin.dialog());
        await admin.press('workflows:createNow', {}, admin.dialog());
        await admin.heading(language === 'en' ? 'Large grants' : 'المنح الكبيرة');
        await admin.says('workflows:problem.no_approval');

        await addApproval(admin, named.technical);
        await askPeople(admin, [cast.nameOf('reviewer'), cast.nameOf('helper'), cast.nameOf('member')]);
        await giveDeadline(admin);
        await addApproval(admin, named.finance);
        await askPeople(admin, [cast.nameOf('manager'), cast.nameOf('deputy')], 'all');
        await rejectTo(admin, name('technical'));
        await giveDeadline(admin);
        await addApproval(admin, named.legal);
        await askPeople(admin, [cast.nameOf('owner')]);
        await switchOn(admin, 'together.label');
        await switchOn(admin, 'veto');
        await rejectTo(admin, name('technical'));
        await giveDeadline(admin);
        await addApproval(admin, named.director);
        await askPeople(admin, [cast.nameOf('leader')]);
        await rejectTo(admin, name('technical'));
        await giveDeadline(admin);
        await switchOn(admin, 'signature.label');
        await addApproval(admin, named.board);
        await askPeople(admin, [cast.nameOf('manager'), cast.nameOf('deputy'), cast.nameOf('reviewer')], 'n');
        await rejectTo(admin, name('technical'));
        await giveDeadline(admin);
        const outline = admin.section('workflows:outline');
        await outline.getByRole('button', { name: new RegExp(`^${name('director')}`) }).click();
        await routeAbove(admin, '1000000', name('board'), language === 'en' ? 'On the record' : 'في السجل الرسمي');
        await saved(admin);
        await admin.finishesLooking();

        const stages = await outline.getByRole('listitem').allTextContents();
        expect(stages).toHaveLength(8);
        // what cannot run yet is the only thing that may keep it from being published
        const others = (await admin.section('workflows:problems').getByRole('listitem').allTextContents()).filter(
          (text) => !text.includes(say('problem.not_run_yet')),
        );
        expect(others).toEqual([]);
        expect(await admin.page.locator('.react-flow__node').count()).toBe(7);

        // as far as it can run by now, it is tried and published
        if ((await admin.section('workflows:problems').getByRole('listitem').count()) === 0)
          await expectWay(admin, name);
        await admin.button('workflows:undo').click();
        await admin.button('workflows:redo').click();
        await saved(admin);
        mkdirSync(photographs, { recursive: true });
        await admin.page.screenshot({ path: path.join(photographs, `design-${language}.png`), fullPage: true });
      } catch (error) {
        mkdirSync(photographs, { recursive: true });
        await cast.photograph(photographs, `design-${language}-failed`);
        throw error;
      }
    });

    it('publishes a changed version with a note, over what it does otherwise', async () => {
      const admin = await cast.the('admin');
      try {
        await admin.goTo('administration');
        await admin.link(admin.say('admin:part.workflows')).click();
        const review = language === 'en' ? 'Update review' : 'مراجعة التحديث';
        await admin.link(review).click();
        await admin.heading(review);
        await admin.finishesLooking();
        await admin.button('workflows:beginDraft').click();
        const outline = admin.section('workflows:outline');
        await outline.getByRole('button', { name: language === 'en' ? /^Review/ : /^المراجعة/ }).click();
        await admin.choose('workflows:quorum.label', admin.say('workflows:quorum.kind.all'));
        await saved(admin);
        await admin.button('workflows:dryRun.open').click();
        await admin.button('workflows:dryRun.run').click();
        const tried = admin.section('workflows:dryRun.title').getByRole('status');
        await tried.getByText(cast.nameOf('reviewer'), { exact: true }).waitFor();
        expect(await tried.getByText(cast.nameOf('deputy'), { exact: true }).count()).toBe(1);
        await admin.finishesLooking();
        await admin.button('workflows:publish').click();
        await admin.dialog().getByText(admin.say('workflows:field.quorum'), { exact: false }).waitFor();
        await admin.write(
          'workflows:note',
          language === 'en' ? 'Both look at it.' : 'ينظر فيه الاثنان.',
          admin.dialog(),
        );
        await admin.press('workflows:publishNow', {}, admin.dialog());
        await admin.page.getByText(language === 'en' ? 'Both look at it.' : 'ينظر فيه الاثنان.').waitFor();
        await admin.finishesLooking();
        mkdirSync(photographs, { recursive: true });
        await admin.page.screenshot({ path: path.join(photographs, `workflow-${language}.png`), fullPage: true });
      } catch (error) {
        mkdirSync(photographs, { recursive: true });
        await cast.photograph(photographs, `publish-${language}-failed`);
        throw error;
      }
    });
  });
});

/** Above the amount the board is on the way, below it is not. */
async function expectWay(admin: Actor, name: (stage: 'board') => string): Promise<void> {
  await admin.button('workflows:dryRun.open').click();
  const panel = admin.section('workflows:dryRun.title');
  const board = panel.getByRole('listitem').filter({ has: admin.page.getByText(name('board'), { exact: true }) });
  const skipped = board.getByText(admin.say('workflows:dryRun.skipped'), { exact: true });
  const amount = panel.getByLabel(admin.say('workflows:dryRun.amount'), { exact: false });
  await amount.fill('1000000');
  await admin.button('workflows:dryRun.run').click();
  await skipped.waitFor();
  await amount.fill('1000000.01');
  await admin.button('workflows:dryRun.run').click();
  await skipped.waitFor({ state: 'detached' });
  await admin.finishesLooking();
  await admin.button('actions.close', {}, panel).click();
}
