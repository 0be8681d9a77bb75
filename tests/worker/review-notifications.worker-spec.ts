import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Notification } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import type { RunningWorker } from '@uptake/worker';
import type { Person } from '../support/people.js';
import { ReviewWorld } from '../support/review-world.js';
import { type TestApi, startTestApi } from '../support/test-api.js';
import { startTestWorker } from '../support/test-worker.js';

describe('what a review tells', () => {
  let api: TestApi;
  let worker: RunningWorker;
  let world: ReviewWorld;

  beforeAll(async () => {
    api = await startTestApi();
    worker = await startTestWorker(api);
    world = await ReviewWorld.open(api, 'river');
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  /** `type: reason` of what this person was newly told of the item, oldest first; it is marked as read. */
  const told = async (person: Person, itemId: string): Promise<string[]> => {
    await worker.settled();
    const { items } = (await api.as(person).get('/notifications?unread=true&limit=200').expect(200)).body as {
      items: Notification[];
    };
    if (items.length > 0)
      await api
        .as(person)
        .post('/notifications/read')
        .send({ ids: items.map(({ id }) => id) })
        .expect(204);
    return items
      .filter(({ item }) => item?.id === itemId)
      .map(({ type, reason }) => `${type}: ${reason}`)
      .reverse();
  };
  const mailed = async (person: Person): Promise<string[]> => {
    const rows = await api.system
      .reader(systemContext(world.here.id))
      .query<{ subject: string }>(
        `SELECT subject FROM mail_message WHERE workspace_id = $1 AND recipient = $2 ORDER BY created_at, id`,
        [world.here.id, person.email],
      );
    return rows.map(({ subject }) => subject);
  };

  it('asks reviewers, then managers, then tells the writer how it ended, each once', async () => {
    const { manager, secondManager, owner, contributor, reviewer, secondReviewer, leader } = world.people;
    const item = await world.recommendation();
    expect(await told(owner, item)).toEqual(['recommendation.assigned: assigned']);
    expect(await told(contributor, item)).toEqual(['recommendation.assigned: contributor']);

    await world.submit(`/recommendations/${item}`, { rating: 'limited' });
    expect(await told(reviewer, item)).toEqual(['approval-request.opened: decision_needed']);
    expect(await told(secondReviewer, item)).toEqual(['approval-request.opened: decision_needed']);
    expect(await told(manager, item)).toEqual(['submission.submitted: manager']);

    api.clock.advance({ minutes: 5 });
    await world.decideAs(reviewer, item, { verdict: 'approve' });
    expect(await told(manager, item)).toEqual(['approval-request.opened: decision_needed']);
    expect(await told(secondManager, item)).toEqual([
      'submission.submitted: manager',
      'approval-request.opened: decision_needed',
    ]);

    await world.decideAs(secondManager, item, { verdict: 'approve', verifiedRating: 'limited' });
    expect(await told(owner, item)).toEqual(['submission.approved: your_submission']);
    for (const person of [reviewer, secondManager, leader]) expect(await told(person, item)).toEqual([]);
    expect((await mailed(owner)).map((subject) => subject.split(':')[0])).toEqual([
      expect.stringMatching(/ is yours$/),
      expect.stringMatching(/ is approved$/),
    ]);
    expect(await mailed(leader)).toEqual([]);
  });

  it('tells the writer that changes are requested, and asks again for the next revision', async () => {
    const { owner, reviewer } = world.people;
    const item = await world.recommendation();
    await world.submit(`/recommendations/${item}`);
    await told(reviewer, item);
    await world.decideAs(reviewer, item, { verdict: 'request_changes', reason: 'Where is the second office?' });
    expect((await told(owner, item)).at(-1)).toBe('submission.changes-requested: your_submission');
    expect((await mailed(owner)).at(-1)).toMatch(/^Changes requested on /);
    await world.submit(`/recommendations/${item}`, { narrative: 'It is in the north.' });
    expect(await told(reviewer, item)).toEqual(['approval-request.opened: decision_needed']);
  });

  it('tells the writer of a review that a manager stopped, and why it is over only once', async () => {
    const { owner, manager, reviewer } = world.people;
    const item = await world.recommendation();
    const { id } = await world.submit(`/recommendations/${item}`);
    for (const person of [owner, manager, reviewer]) await told(person, item);
    await world.as(manager).post(`/submissions/${id}/cancel`).send({ reason: 'The programme ends.' }).expect(200);
    expect(await told(owner, item)).toEqual(['submission.cancelled: your_submission']);
    expect((await mailed(owner)).at(-1)).toMatch(/^The review of .* is cancelled/);
    for (const person of [manager, reviewer]) expect(await told(person, item)).toEqual([]);
  });

  it('tells those who are asked instead of others, the others, and the writer', async () => {
    const { owner, manager, reviewer, secondReviewer, leader } = world.people;
    const item = await world.recommendation();
    const { id } = await world.submit(`/recommendations/${item}`);
    for (const person of [owner, reviewer, secondReviewer]) await told(person, item);
    const amendment = {
      stageKey: 'review',
      addMemberIds: [leader.memberId],
      removeMemberIds: [reviewer.memberId],
      reason: 'On leave.',
    };
    await world.as(manager).post(`/submissions/${id}/amendment`).send(amendment).expect(200);
    expect(await told(leader, item)).toEqual(['approval-request.opened: decision_needed']);
    expect(await told(reviewer, item)).toEqual(['approval-request.cancelled: decision_needed']);
    expect(await told(secondReviewer, item)).toEqual([]);
    expect(await told(owner, item)).toEqual(['stage.amended: your_submission']);
  });

  it('tells the writers on the tasks of a recommendation that closes', async () => {
    const { owner, contributor, reviewer, manager } = world.people;
    const item = await world.recommendation();
    const task = await world.task(item);
    await world.submit(`/tasks/${task.id}`, {}, contributor);
    await world.submit(`/recommendations/${item}`, { kind: 'closing', fields: { outcome: 'implemented' } }, owner);
    await told(contributor, task.id);
    await world.decideAs(reviewer, item, { verdict: 'approve' });
    await world.decideAs(manager, item, { verdict: 'approve' });
    expect(await told(contributor, task.id)).toEqual(['submission.cancelled: your_submission']);
  });

  it('links a request for a decision to the request', async () => {
    const { reviewer } = world.people;
    const item = await world.recommendation();
    await world.submit(`/recommendations/${item}`);
    await worker.settled();
    const approval = await world.approvalOf(reviewer, item);
    const { items } = (await api.as(reviewer).get('/notifications?limit=1').expect(200)).body as {
      items: Notification[];
    };
    expect(items[0]).toMatchObject({ type: 'approval-request.opened', approvalId: approval.id });
  });

  it('tells whoever a task was made for, and the owner above', async () => {
    const { owner, contributor } = world.people;
    const item = await world.recommendation();
    const task = await world.task(item);
    expect(await told(contributor, task.id)).toEqual(['task.created: assigned']);
    expect(await told(owner, task.id)).toEqual(['task.created: owner']);
  });

  it('tells nobody outside of a confidential review, though the rule names them', async () => {
    const { manager, secondManager, secondReviewer, reviewer, owner } = world.people;
    const item = await world.recommendation({
      visibility: 'confidential',
      namedMemberIds: [manager.memberId, reviewer.memberId],
    });
    await world.submit(`/recommendations/${item}`);
    for (const outsider of [secondManager, secondReviewer]) expect(await told(outsider, item)).toEqual([]);
    expect(await told(reviewer, item)).toEqual(['approval-request.opened: decision_needed']);
    expect(await told(manager, item)).toContain('submission.submitted: manager');
    expect(await told(owner, item)).toContain('recommendation.assigned: assigned');
  });

  describe('to those who act for others', () => {
    const endsAt = () => new Date(api.clock.now().getTime() + 86_400_000).toISOString();
    const delegate = async () => {
      const { reviewer, leader } = world.people;
      const body = { toId: leader.memberId, endsAt: endsAt() };
      return (await world.as(reviewer).post('/delegations').send(body).expect(201)).body.id as string;
    };
    const texts = async (person: Person): Promise<string[]> =>
      (
        await api.system
          .reader(systemContext(world.here.id))
          .query<{ text: string }>(
            `SELECT text FROM mail_message WHERE workspace_id = $1 AND recipient = $2 ORDER BY created_at, id`,
            [world.here.id, person.email],
          )
      ).map(({ text }) => text);

    it('tells who acts for somebody what that one is asked, by mail too, and for whom they act', async () => {
      const { reviewer, leader } = world.people;
      const id = await delegate();
      await worker.settled();
      expect((await texts(leader)).at(-1)).toContain('a delegation in \u2068river\u2069 that names you');
      const item = await world.recommendation();
      await world.submit(`/recommendations/${item}`);
      await worker.settled();
      const { items } = (await api.as(leader).get('/notifications?unread=true').expect(200)).body as {
        items: Notification[];
      };
      expect(items.filter((one) => one.item?.id === item)).toMatchObject([
        {
          type: 'approval-request.opened',
          reason: 'acting_for',
          actingFor: { name: 'rana' },
          approvalId: expect.any(String),
        },
      ]);
      expect((await texts(leader)).at(-1)).toContain('because you act for \u2068rana\u2069');
      expect(await told(reviewer, item)).toEqual(['approval-request.opened: decision_needed']);
      await world.as(reviewer).delete(`/delegations/${id}`).expect(204);
    });

    it('invariant 36: tells them nothing once they act for nobody, nor of a confidential item that they see no more', async () => {
      const { reviewer, manager, leader } = world.people;
      const id = await delegate();
      const item = await world.recommendation({
        title: 'Names',
        visibility: 'confidential',
        namedMemberIds: [manager.memberId, reviewer.memberId],
      });
      await world.submit(`/recommendations/${item}`);
      expect(await told(leader, item)).toEqual(['approval-request.opened: acting_for']);
      await world.as(reviewer).delete(`/delegations/${id}`).expect(204);
      const listed = (await api.as(leader).get('/notifications?limit=200').expect(200)).body as {
        items: Notification[];
      };
      expect(listed.items.filter((one) => one.item?.id === item)).toEqual([]);
      const next = await world.recommendation();
      await world.submit(`/recommendations/${next}`);
      expect(await told(leader, next)).toEqual([]);
    });
  });
});
