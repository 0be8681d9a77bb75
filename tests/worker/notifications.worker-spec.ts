import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, systemContext } from '@uptake/persistence';
import type { RunningWorker } from '@uptake/worker';
import { Happenings } from '../support/happenings.js';
import type { Person, TestWorkspace } from '../support/people.js';
import { type TestApi, startTestApi } from '../support/test-api.js';
import { startTestWorker } from '../support/test-worker.js';

interface Ledger extends Record<string, unknown> {
  recipient_id: string;
  channel: string;
  status: string;
  cause: string | null;
}

describe('what people are told', () => {
  let api: TestApi;
  let worker: RunningWorker;
  let here: TestWorkspace;
  let happen: Happenings;
  let admin: Person;
  let manager: Person;
  let owner: Person;
  let stranger: Person;

  beforeAll(async () => {
    api = await startTestApi();
    worker = await startTestWorker(api);
    here = await api.world.workspace('river');
    admin = await api.world.person(here, 'amal', 'admin');
    manager = await api.world.person(here, 'maha', 'manager');
    owner = await api.world.person(here, 'omar', 'contributor');
    stranger = await api.world.person(here, 'sami', 'contributor');
    happen = new Happenings(api.system, here, () => api.clock.now());
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  const inbox = async (person: Person, query = '') =>
    (await api.as(person).get(`/notifications${query}`).expect(200)).body;
  const ledger = (eventId: string): Promise<Ledger[]> =>
    api.system
      .reader(systemContext(here.id))
      .query<Ledger>(
        `SELECT recipient_id, channel, status, cause FROM delivery WHERE workspace_id = $1 AND event_id = $2 ORDER BY recipient_id, channel`,
        [here.id, eventId],
      );
  const mails = async () => (await api.as(admin).get('/workspaces/river/mail?limit=200').expect(200)).body.items;

  it('tells the new owner in Uptake and by mail, with a link to the item', async () => {
    const item = await happen.recommendation(manager);
    await happen.assign(manager, item, owner);
    await worker.settled();

    const { items, unread } = await inbox(owner);
    expect(unread).toBe(1);
    expect(items).toEqual([
      expect.objectContaining({
        type: 'recommendation.assigned',
        reason: 'assigned',
        readAt: null,
        item: { id: item.id, kind: 'recommendation', reference: item.reference, title: 'Keep the pumps running' },
      }),
    ]);
    expect(items[0].actor.name).toBe('maha');
    const [mail] = (await mails()).filter((each: { to: string }) => each.to === owner.email);
    expect(mail).toMatchObject({ status: 'kept', subject: `${item.reference} is yours: Keep the pumps running` });
    expect(mail.text).toContain(`https://uptake.example.org/w/river/recommendations/${item.reference}`);
  });

  it('tells nobody of their own act', async () => {
    const item = await happen.recommendation(manager);
    const event = await happen.assign(manager, item, manager);
    await worker.settled();
    expect(await ledger(event)).toEqual([]);
  });

  it('has one effect however often the queue delivers', async () => {
    const item = await happen.recommendation(manager);
    const event = await happen.assign(manager, item, owner);
    await worker.settled();
    const before = { ledger: await ledger(event), unread: (await inbox(owner)).unread, mails: (await mails()).length };
    for (const id of [event, ...before.ledger.map(() => event)]) {
      await worker.queue.add([{ name: 'route-event', id, payload: { workspaceId: here.id, eventId: event } }]);
      await worker.settled();
    }
    const [delivery] = await api.system
      .reader(systemContext(here.id))
      .query<{ id: string }>(`SELECT id FROM delivery WHERE workspace_id = $1 AND event_id = $2 AND channel = 'mail'`, [
        here.id,
        event,
      ]);
    await worker.queue.add([
      { name: 'send-mail', id: delivery!.id, payload: { workspaceId: here.id, deliveryId: delivery!.id } },
    ]);
    await worker.settled();
    expect({ ledger: await ledger(event), unread: (await inbox(owner)).unread, mails: (await mails()).length }).toEqual(
      before,
    );
  });

  // invariant 34
  it('keeps at most one delivery row for each recipient, event and channel, though eight jobs route it at once', async () => {
    const item = await happen.recommendation(manager);
    const event = await happen.assign(manager, item, owner);
    const jobs = Array.from({ length: 8 }, (_, i) => ({
      name: 'route-event' as const,
      id: `${event}-${i}`,
      payload: { workspaceId: here.id, eventId: event },
    }));
    await worker.queue.add(jobs);
    await worker.settled();
    expect((await ledger(event)).map(({ recipient_id, channel }) => `${recipient_id} ${channel}`)).toEqual([
      `${owner.memberId} in_app`,
      `${owner.memberId} mail`,
    ]);
  });

  it('never tells of a confidential item those who may not read it, and says in the ledger why', async () => {
    const item = await happen.recommendation(manager, {
      visibility: 'confidential',
      title: 'The name of the informer',
    });
    const event = await happen.event('recommendation.responded', owner, item);
    await worker.settled();
    const secondManager = await api.world.person(here, 'musa', 'manager');
    const later = await happen.event('recommendation.responded', owner, item);
    await worker.settled();

    expect((await ledger(event)).map(({ recipient_id, status }) => [recipient_id, status])).toEqual([
      [manager.memberId, 'sent'],
    ]);
    expect(await ledger(later)).toEqual(
      expect.arrayContaining([
        { recipient_id: secondManager.memberId, channel: 'in_app', status: 'suppressed', cause: 'not_visible' },
      ]),
    );
    expect((await inbox(secondManager)).items).toEqual([]);
    expect(JSON.stringify(await mails())).not.toContain('informer');
  });

  it('takes what was told of an item back from inbox and count when the item becomes hidden', async () => {
    const item = await happen.recommendation(manager);
    await happen.assign(manager, item, stranger);
    await worker.settled();
    expect((await inbox(stranger)).unread).toBe(1);
    await happen.transaction(async (tx) => {
      await tx.query(
        `UPDATE item SET owner_id = NULL, visibility = 'confidential' WHERE workspace_id = $1 AND id = $2`,
        [here.id, item.id],
      );
    });
    expect(await inbox(stranger)).toMatchObject({ items: [], unread: 0 });
  });

  it('sends no mail to one who may not read at the time of sending, though it was owed to them', async () => {
    const item = await happen.recommendation(manager);
    const event = await happen.assign(manager, item, stranger);
    await worker.settled();
    await happen.transaction(async (tx) => {
      await tx.query(`DELETE FROM mail_message WHERE workspace_id = $1 AND item_id = $2`, [here.id, item.id]);
      await tx.query(
        `UPDATE delivery SET status = 'pending' WHERE workspace_id = $1 AND event_id = $2 AND channel = 'mail'`,
        [here.id, event],
      );
      await tx.query(
        `UPDATE item SET owner_id = NULL, visibility = 'confidential' WHERE workspace_id = $1 AND id = $2`,
        [here.id, item.id],
      );
    });
    api.clock.advance({ minutes: 1 });
    await worker.settled();
    expect(await ledger(event)).toEqual(
      expect.arrayContaining([
        { recipient_id: stranger.memberId, channel: 'mail', status: 'suppressed', cause: 'not_visible' },
      ]),
    );
  });

  it('marks as read what its owner names, or all up to an instant, and nobody else does', async () => {
    const person = await api.world.person(here, 'rana', 'contributor');
    const made = [];
    for (let i = 0; i < 3; i += 1) {
      const item = await happen.recommendation(manager);
      made.push(item);
      await happen.assign(manager, item, person);
      api.clock.advance({ minutes: 1 });
    }
    await worker.settled();
    const { items } = await inbox(person);
    expect(items.map((n: { item: { id: string } }) => n.item.id)).toEqual(made.map(({ id }) => id).reverse());
    await api
      .as(owner)
      .post('/notifications/read')
      .send({ ids: [items[0].id] })
      .expect(204);
    expect((await inbox(person)).unread).toBe(3);
    await api
      .as(person)
      .post('/notifications/read')
      .send({ ids: [items[0].id] })
      .expect(204);
    expect((await inbox(person, '?unread=true')).items).toHaveLength(2);
    await api.as(person).post('/notifications/read').send({ before: items[1].at }).expect(204);
    expect((await inbox(person)).unread).toBe(0);
  });

  it('pages through the inbox without a gap or a repetition', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await inbox(owner, `?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((n: { id: string }) => n.id));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual((await inbox(owner)).items.map((n: { id: string }) => n.id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('shows the outbox of mails to administrators alone', async () => {
    expect((await api.as(manager).get('/workspaces/river/mail').expect(403)).body.grantedBy).toEqual(['admin']);
  });

  it('sends what was queued with an invitation, and masks its secret link', async () => {
    await api
      .as(admin)
      .post('/workspaces/river/invitations')
      .send({ email: 'new@example.org', roles: ['reviewer'] })
      .expect(201);
    await worker.settled();
    const [mail] = (await mails()).filter(({ to }: { to: string }) => to === 'new@example.org');
    expect(mail.status).toBe('kept');
    expect(mail.text).toContain('••••');
    const [kept] = await secretsOf(api.system, here.id, mail.id);
    expect(kept?.secrets.length).toBeGreaterThan(0);
    for (const secret of kept?.secrets ?? []) expect(mail.text).not.toContain(secret);
  });
});

const secretsOf = (system: Database, workspaceId: string, id: string) =>
  system
    .reader(systemContext(workspaceId))
    .query<{ secrets: string[] }>(`SELECT secrets FROM mail_message WHERE workspace_id = $1 AND id = $2`, [
      workspaceId,
      id,
    ]);
