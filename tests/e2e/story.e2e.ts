import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addTask, assign, assignTogether, respond, setKind } from './story/hand-out.js';
import { expectColourLinks, mergeAndSplit, relate, retype } from './story/edit-passages.js';
import { confirm, expectFound, importBrief } from './story/import-brief.js';
import { expectFigures, expectProvenance, figure, firstFigure } from './story/leadership.js';
import { type Made, expectFact, factOf, madeFrom, openRecommendation, rowOf } from './story/record.js';
import { tabTo, typeInto } from './story/keyboard.js';
import { bell, unread, whileCutOff } from './story/live.js';
import { decide, openStage, readEvidence, stages } from './story/review.js';
import { type Cast, StoryWorld, password } from './story/story-world.js';
import { askForExtension, handIn, openFromInbox } from './story/updates.js';
import type { Language } from './story/words.js';

const photographs = path.resolve(import.meta.dirname, '../../.nx/test-results');
const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * What Uptake is for, from a document to a verified result, as those see it who do it: nothing is touched but what is on the
 * screen. Each step goes on where the one before it ended.
 */
describe('from a brief to a verified result', () => {
  let world: StoryWorld;
  beforeAll(async () => {
    world = await StoryWorld.open();
  });
  afterAll(() => world?.close());

  describe.each<[string, Language]>([
    ['English', 'en'],
    ['Arabic', 'ar'],
  ])('in %s', (_, language) => {
    const addressee = 'River Assembly';
    const team = 'Elections desk';
    let cast: Cast;
    let made: Made[];
    let failed: string | undefined;

    const at = (index: number): Made =>
      made[index] ??
      (() => {
        throw new Error(`there is no recommendation ${index}`);
      })();

    /** Ends the telling where it fails, with a picture of what everybody had before them. */
    function step(name: string, work: () => Promise<void>): void {
      it(name, async () => {
        if (failed) throw Object.assign(new Error(), { stack: `not reached, since it failed before: ${failed}` });
        try {
          await work();
        } catch (error) {
          failed = name;
          mkdirSync(photographs, { recursive: true });
          await cast?.photograph(photographs, `story-${language}-${name.replace(/\W+/g, '-')}`);
          throw error;
        }
      });
    }

    beforeAll(async () => {
      cast = await world.cast(language);
    });
    afterAll(() => cast?.leave());

    step('the administrator makes a team', async () => {
      const admin = await cast.the('admin');
      await admin.goTo('administration');
      await admin.link(admin.say('admin:part.teams')).click();
      await admin.button('admin:teams.create').first().click();
      await admin.write('admin:teams.name', team, admin.dialog());
      await admin.choose('admin:teams.members', [cast.nameOf('member'), cast.nameOf('owner')], admin.dialog());
      await admin.press('actions.save', {}, admin.dialog());
      await admin.page.getByRole('main').getByText(team, { exact: true }).waitFor();
      await admin.finishesLooking();
    });

    step('a brief is imported, and what it says is found', async () => {
      const manager = await cast.the('manager');
      await importBrief(manager);
      await expectFound(manager, { issue: 7, interest: 7, recommendation: 11 });
      await manager.finishesLooking();
      await expectColourLinks(manager, ['issue', 'interest', 'recommendation']);
    });

    step('what was found is mended', async () => {
      const manager = await cast.the('manager');
      await retype(manager, 'interest', 'issue');
      await expectFound(manager, { issue: 8, interest: 6 });
      await mergeAndSplit(manager, 11);
      await relate(manager, addressee);
    });

    step('the confirmed brief makes recommendations, each a click from its words', async () => {
      const manager = await cast.the('manager');
      await confirm(manager, { issue: 8, interest: 6, recommendation: 11 });
      made = await madeFrom(manager);
      expect(new Set(made.map(({ reference }) => reference)).size).toBe(11);
      await manager.finishesLooking();
      const first = at(0);
      await openRecommendation(manager, first);
      await manager.section('recommendations:wording').getByText(first.words).waitFor();
      await expectFact(manager, 'recommendations:addressees', addressee);
      expect(await manager.section('recommendations:links').getByRole('listitem').count()).toBe(2);
      await manager.finishesLooking();
      await manager.section('recommendations:wording').getByRole('link').click();
      const passage = manager.page.locator('mark[data-active]');
      await passage.first().waitFor();
      expect((await passage.allTextContents()).join(' ').replace(/\s+/g, ' ')).toContain(
        first.words.replace(/\s+/g, ' '),
      );
    });

    step('recommendations are answered and handed out, one by one and together', async () => {
      const manager = await cast.the('manager');
      const [owner, helper] = [cast.nameOf('owner'), cast.nameOf('helper')];
      await openRecommendation(manager, at(0));
      await respond(manager, 'Both towns asked for it.');
      await setKind(manager, 'election_assistance');
      await assign(manager, { owner, contributors: [helper], dueOn: dayFromNow(40) });
      await addTask(manager, {
        title: 'Collect the meters',
        assignee: helper,
        dueOn: dayFromNow(5),
        checklist: ['Count them', 'Name their owners'],
      });
      await addTask(manager, {
        title: 'Publish the readings',
        assignee: owner,
        dueOn: dayFromNow(12),
        after: 'Collect the meters',
      });
      await manager.finishesLooking();
      await openRecommendation(manager, at(1));
      await assign(manager, { owner, contributors: [helper], dueOn: dayFromNow(-3) });
      await addTask(manager, {
        title: 'Name a chair',
        assignee: owner,
        dueOn: dayFromNow(3),
        checklist: ['Ask both towns'],
      });
      await addTask(manager, {
        title: 'Agree a calendar',
        assignee: helper,
        dueOn: dayFromNow(9),
        after: 'Name a chair',
      });
      await openRecommendation(manager, at(2));
      await assign(manager, { team, dueOn: dayFromNow(60) });
      await assignTogether(manager, [at(3), at(4), at(5)], { owner: cast.nameOf('member'), dueOn: dayFromNow(30) });
      await manager.finishesLooking();
    });

    step('a member of the team claims what the team was given', async () => {
      const member = await cast.the('member');
      await openFromInbox(member, at(2).reference, 'openItem');
      await member.press('recommendations:claim');
      await expectFact(member, 'recommendations:owner', member.name);
      await addTask(member, {
        title: 'Ask the donors',
        assignee: member.name,
        dueOn: dayFromNow(20),
        checklist: ['Write', 'Call'],
      });
    });

    step('the helper finds the task, and hands in what was done with its proof', async () => {
      const helper = await cast.the('helper');
      await helper.goTo('inbox');
      await helper.page
        .getByRole('list', { name: helper.say('inbox:title') })
        .getByText('Collect the meters')
        .waitFor();
      await helper.finishesLooking();
      await helper.goTo('myWork');
      await helper.page
        .getByRole('list', { name: helper.say('tasks:horizon.week') })
        .getByRole('link', { name: 'Collect the meters' })
        .waitFor();
      await helper.finishesLooking();
      await helper.link(/Collect the meters/).click();
      await helper.heading('Collect the meters');
      // ticked once the server has it
      await helper.page.getByLabel('Count them').click();
      await helper.page.getByRole('checkbox', { name: 'Count them', checked: true }).waitFor();
      await helper.press('tasks:writeUpdate');
      await handIn(helper, {
        narrative: 'Forty meters of fifty are collected.',
        progress: 60,
        evidence: [
          { name: 'meters.txt', text: 'forty meters' },
          { name: 'owners.csv', text: 'owner,meters\nUpper town,40\n' },
        ],
      });
      await helper.page.getByText(helper.say('taskStatus.in_approval'), { exact: true }).first().waitFor();
      await helper.finishesLooking();
    });

    step('the owner hands in how far the recommendation is', async () => {
      const owner = await cast.the('owner');
      await openFromInbox(owner, at(0).reference, 'openItem');
      await owner.press('submissions:title');
      await handIn(owner, {
        narrative: 'The towns measure in the same way since May.',
        progress: 70,
        rating: 'substantial',
      });
      await owner
        .section('recommendations:submissions')
        .getByText(owner.say('submissionState.in_review'), { exact: true })
        .waitFor();
      await expectFact(owner, 'rating.verified', owner.say('rating.none'));
      await expectFact(owner, 'rating.reported', owner.say('rating.none'));
      await owner.section('recommendations:record').getByText(owner.say('recommendations:noRecord')).waitFor();
    });

    step('leadership sees where everything stands, and opens what a figure counts', async () => {
      const leader = await cast.the('leader');
      await leader.goTo('leadership');
      await expectFigures(leader, { open: 11, unrated: 11, overdue: 1, waiting: 1 });
      await expectProvenance(leader);
      await leader
        .section('leadership:by.kind')
        .getByText(leader.say('recommendationKind.election_assistance'), { exact: true })
        .waitFor();
      await leader
        .section('leadership:overdue.title')
        .getByRole('row')
        .filter({ hasText: at(1).reference })
        .waitFor();
      const stuck = leader
        .section('leadership:stuck.title')
        .getByRole('row')
        .filter({ hasText: at(0).reference });
      await stuck.getByText(cast.nameOf('reviewer'), { exact: true }).waitFor();
      await stuck.getByText(leader.say('leadership:stuck.lessThanADay')).waitFor();
      await leader.finishesLooking();
      await figure(leader, 'overdue', 1).click();
      await leader.heading(leader.say('recommendations:title'));
      await leader.page
        .getByRole('main')
        .getByText(leader.say('recommendations:count', { count: 1 }), { exact: true })
        .waitFor();
      await rowOf(leader, at(1)).waitFor();
      await leader.goTo('leadership');
    });

    step('the reviewer reads the update beside its proof, and asks for changes', async () => {
      const reviewer = await cast.the('reviewer');
      await openFromInbox(reviewer, 'Collect the meters', 'review');
      await openStage(reviewer).getByText(reviewer.name).waitFor();
      await stages(reviewer).getByText(cast.nameOf('deputy')).waitFor();
      await reviewer.section('approvals:official').getByText(reviewer.say('approvals:noOfficial')).waitFor();
      expect(await readEvidence(reviewer, 'meters.txt')).toBe('forty meters');
      await reviewer.finishesLooking();
      await decide(reviewer, { verdict: 'request_changes', reason: 'Say what became of the other ten.' });
    });

    step('a second revision is compared with the first, approved twice, and only then on the record', async () => {
      const [helper, reviewer, deputy] = await cast.all('helper', 'reviewer', 'deputy');
      await openFromInbox(helper, 'Collect the meters', 'openItem');
      await helper.press('tasks:writeUpdate');
      expect(await helper.field('submissions:narrative').inputValue()).toBe('Forty meters of fifty are collected.');
      await handIn(helper, { narrative: 'Forty meters of fifty are collected. The other ten were sold.' });
      await expectFact(helper, 'tasks:progress', helper.words.percent(0));

      await openFromInbox(reviewer, 'Collect the meters', 'review');
      await reviewer.page.locator('ins').getByText('The other ten were sold.').waitFor();
      await reviewer.finishesLooking();
      await reviewer
        .section('approvals:revisions')
        .getByRole('link', { name: reviewer.say('approvals:revision', { revision: 1 }) })
        .click();
      await reviewer
        .section('approvals:submission')
        .getByText('Forty meters of fifty are collected.', { exact: true })
        .waitFor();
      await reviewer.section('approvals:decisions').getByText('Say what became of the other ten.').waitFor();
      await reviewer.finishesLooking();
      await reviewer.page.goBack();
      await decide(reviewer, { verdict: 'approve' });

      await openFromInbox(deputy, 'Collect the meters', 'review');
      await deputy.section('approvals:decisions').getByText(reviewer.name, { exact: true }).first().waitFor();
      await expectFact(helper, 'tasks:progress', helper.words.percent(0));
      await decide(deputy, { verdict: 'approve' });
      await expectFact(helper, 'tasks:progress', helper.words.percent(0.6));
    });

    step('the last to decide verifies the rating, and every figure is right at once', async () => {
      const [reviewer, deputy, owner, leader] = await cast.all('reviewer', 'deputy', 'owner', 'leader');
      await openFromInbox(reviewer, at(0).reference, 'review');
      await decide(reviewer, { verdict: 'approve' });
      await openFromInbox(deputy, at(0).reference, 'review');
      await deputy.finishesLooking();
      await expectFact(owner, 'rating.verified', owner.say('rating.none'));
      await expectFigures(leader, { unrated: 11, waiting: 1 });
      await decide(deputy, { verdict: 'approve', verifiedRating: 'limited', ratingReason: 'One town has not begun.' });
      await leader.page.reload();
      expect(await firstFigure(leader, 'unrated')).toBe(10);
      await expectFigures(leader, { unrated: 10, waiting: 0 });
      await expectFact(owner, 'rating.verified', owner.say('rating.limited'), 'One town has not begun.');
      await expectFact(owner, 'rating.reported', owner.say('rating.substantial'));
      await owner.section('recommendations:record').getByText('The towns measure in the same way since May.').waitFor();
      await owner.finishesLooking();
    });

    step('more time is asked for and granted, and what was late is so no more', async () => {
      const [owner, reviewer, deputy, leader] = await cast.all('owner', 'reviewer', 'deputy', 'leader');
      const dueOn = dayFromNow(45);
      await openRecommendation(owner, at(1));
      await askForExtension(owner, dueOn, 'The chair is named only next month.');
      for (const decider of [reviewer, deputy]) {
        await openFromInbox(decider, at(1).reference, 'review');
        await factOf(decider, 'proposed.dueOn').locator(`time[datetime="${dueOn}"]`).waitFor();
        await decide(decider, { verdict: 'approve' });
      }
      await factOf(owner, 'recommendations:dueOn').locator(`time[datetime="${dueOn}"]`).waitFor();
      await expectFigures(leader, { overdue: 0 });
    });

    step('what was missed on a broken line arrives by itself', async () => {
      const [helper, manager] = await cast.all('helper', 'manager');
      await helper.goTo('inbox');
      const before = await unread(helper);
      await openRecommendation(manager, at(1));
      await whileCutOff(helper, world.line, () =>
        addTask(manager, { title: 'Fetch the maps', assignee: helper.name, dueOn: dayFromNow(7) }),
      );
      await bell(helper, before + 1).waitFor();
      await helper.page.getByRole('button', { name: helper.words.pattern('inbox:arrived') }).click();
      await helper.page
        .getByRole('list', { name: helper.say('inbox:title') })
        .getByText('Fetch the maps')
        .waitFor();
    });

    step('a second update is compared with the record, and decided by keys alone', async () => {
      const owner = await cast.the('owner');
      await openRecommendation(owner, at(0));
      await owner.press('submissions:title');
      await handIn(owner, { narrative: 'The towns measure in the same way since June.', rating: 'substantial' });
      const reviewer = await cast.atTheDoor('reviewer');
      const keys = reviewer.page.keyboard;
      await typeInto(reviewer, reviewer.field('auth:email'), reviewer.person.email);
      await typeInto(reviewer, reviewer.field('auth:password'), password);
      await keys.press('Enter');
      await reviewer.heading(reviewer.say('inbox:title'));
      await reviewer.page
        .getByRole('list', { name: reviewer.say('inbox:title') })
        .getByRole('button')
        .first()
        .filter({ hasText: at(0).reference })
        .waitFor();
      await keys.press('j');
      await reviewer.page.getByRole('article').waitFor();
      await keys.press('Enter');
      await reviewer.page.locator('del').getByText('May').waitFor();
      await reviewer.page.locator('ins').getByText('June').waitFor();
      await reviewer.section('approvals:official').getByText('The towns measure in the same way since May.').waitFor();
      await tabTo(
        reviewer,
        reviewer.page.getByRole('radio', { name: reviewer.say('approvals:act.approve'), exact: true }),
      );
      await keys.press('Space');
      await tabTo(reviewer, reviewer.button('approvals:decide'));
      await keys.press('Enter');
      await reviewer.page.getByRole('main').getByText(reviewer.say('approvalState.decided'), { exact: true }).waitFor();
      await reviewer.page.context().close();
    });

    step('every mail can be read by the administrator, but no secret in it', async () => {
      const admin = await cast.the('admin');
      await admin.goTo('administration');
      await admin.link(admin.say('admin:part.invitations')).click();
      await admin.button('admin:invitations.invite').first().click();
      await admin.write('admin:members.email', 'guest@example.org', admin.dialog());
      await admin.press('admin:invitations.send', {}, admin.dialog());
      await admin.dialog().waitFor({ state: 'hidden' });
      await admin.finishesLooking();
      await admin.link(admin.say('admin:part.mail')).click();
      const mails = admin.page.getByRole('list', { name: admin.say('admin:part.mail') }).getByRole('button');
      await mails.filter({ hasText: cast.people.helper.email.toLowerCase() }).first().click();
      await admin.page.getByRole('article').getByRole('link').first().waitFor();
      await mails.filter({ hasText: 'guest@example.org' }).click();
      await admin.page.getByRole('article').getByText('••••••••').first().waitFor();
      await admin.finishesLooking();
    });

    step('what was done stands in the activity and in the audit trail, which holds', async () => {
      const [admin, owner] = await cast.all('admin', 'owner');
      const activity = owner.section('recommendations:activity');
      for (const event of ['recommendation_record-changed', 'approval-request_decided', 'submission_submitted'])
        await activity
          .getByText(owner.say(`recommendations:event.${event}`))
          .first()
          .waitFor();
      await admin.link(admin.say('admin:part.audit')).click();
      const rows = admin.page.getByRole('region', { name: admin.say('admin:part.audit') }).getByRole('row');
      await rows
        .filter({ hasText: admin.say('admin:audit.event.approval-request.decided') })
        .filter({ hasText: cast.nameOf('reviewer') })
        .first()
        .waitFor();
      await admin.press('admin:audit.verify');
      await admin.says('admin:audit.holds');
      await admin.finishesLooking();
    });
  });
});
