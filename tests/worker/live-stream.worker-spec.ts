import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '@uptake/persistence';
import type { RunningWorker } from '@uptake/worker';
import { Happenings } from '../support/happenings.js';
import { LiveClient } from '../support/live-client.js';
import type { Person, TestWorkspace } from '../support/people.js';
import { type TestApi, startTestApi } from '../support/test-api.js';
import { startTestWorker } from '../support/test-worker.js';

describe('the live stream', () => {
  let api: TestApi;
  let worker: RunningWorker;
  let here: TestWorkspace;
  let happen: Happenings;
  let admin: Person;
  let manager: Person;
  let reader: Person;
  let foreigner: Person;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    worker = await startTestWorker(api);
    here = await api.world.workspace('river');
    admin = await api.world.person(here, 'amal', 'admin');
    manager = await api.world.person(here, 'maha', 'manager');
    reader = await api.world.person(here, 'rana', 'contributor');
    foreigner = await api.world.person(await api.world.workspace('hill'), 'fuad', 'admin');
    happen = new Happenings(api.system, here, () => api.clock.now());
  });
  afterEach(() => Promise.all(open.splice(0).map((client) => client.drop())));
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  const follow = async (person: Person, slug = 'river'): Promise<LiveClient> => {
    const client = new LiveClient(`${api.url}/api/v1/events?workspace=${slug}`, {
      authorization: `Bearer ${person.token}`,
    });
    open.push(client);
    expect(await client.connect()).toBe(200);
    return client;
  };
  const change = async (item: { id: string; reference: string }) =>
    happen.event('recommendation.changed', manager, item);

  it('tells of what happens, with its place and no words', async () => {
    const client = await follow(reader);
    const item = await happen.recommendation(manager);
    await change(item);
    const { id, data } = await client.until(({ event }) => event === 'recommendation.changed');
    expect(data).toEqual({ id, type: 'recommendation.changed', itemId: item.id, at: api.clock.now().toISOString() });
    expect(id).toMatch(/^\d+$/);
  });

  it('tells the recipient alone that something new is in their inbox', async () => {
    const [theirs, others] = [await follow(reader), await follow(admin)];
    const item = await happen.recommendation(manager);
    await happen.assign(manager, item, reader);
    await theirs.until(({ event }) => event === 'notification');
    await change(item);
    await others.until(({ event }) => event === 'recommendation.changed');
    expect(others.messages.map(({ event }) => event)).toEqual(['recommendation.assigned', 'recommendation.changed']);
  });

  it('sends a client that comes back what it has missed, each event once and in order', async () => {
    const client = await follow(reader);
    const item = await happen.recommendation(manager);
    await change(item);
    await client.until(({ event }) => event === 'recommendation.changed');
    await client.drop();
    for (let i = 0; i < 5; i += 1) await happen.event('recommendation.linked', manager, item);
    await worker.settled();
    await client.connect();
    await happen.event('recommendation.responded', manager, item);
    await client.until(({ event }) => event === 'recommendation.responded');
    expect(client.messages.map(({ event }) => event).filter((event) => event !== 'notification')).toEqual([
      'recommendation.changed',
      ...Array<string>(5).fill('recommendation.linked'),
      'recommendation.responded',
    ]);
    const ids = client.messages.map(({ id }) => Number(id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  });

  it('loses no event of many writers and two relays to clients that drop and come back all the while', async () => {
    const secondWorker = await startTestWorker(api);
    const item = await happen.recommendation(manager);
    const clients = [await follow(reader), await follow(admin)];
    let isWriting = true;
    const restless = clients.map(async (client, i) => {
      while (isWriting) {
        await new Promise((resolve) => setTimeout(resolve, 40 + 30 * i));
        await client.drop();
        await client.connect();
      }
    });
    const written: string[] = [];
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; i < 15; i += 1) {
          // commits come in another order than the events were made in
          await happen.transaction(async (tx) => {
            written.push(await happen.write(tx, 'recommendation.changed', manager, item.id, {}));
            await tx.query('SELECT pg_sleep($1)', [((writer * 7 + i * 3) % 10) / 250]);
          });
        }
      }),
    );
    isWriting = false;
    await Promise.all(restless);
    const end = await happen.event('recommendation.linked', manager, item);
    await secondWorker.stop();
    await Promise.all(clients.map((client) => client.until(({ event }) => event === 'recommendation.linked')));
    const placed = await api.system
      .reader(systemContext(here.id))
      .query<{ sequence: string }>(
        `SELECT sequence FROM outbox_event WHERE workspace_id = $1 AND id = ANY($2::uuid[]) ORDER BY sequence`,
        [here.id, [...written, end]],
      );
    for (const client of clients)
      expect(client.messages.map(({ id }) => id)).toEqual(placed.map(({ sequence }) => sequence));
  });

  it('never tells of a confidential item those who may not read it, not even by catching up', async () => {
    const client = await follow(reader);
    const named = await follow(manager);
    const secret = await happen.recommendation(manager, { visibility: 'confidential' });
    await happen.event('recommendation.changed', manager, secret);
    await named.until(({ data }) => data?.itemId === secret.id);
    await client.drop();
    client.lastEventId = '0';
    await client.connect();
    const open = await happen.recommendation(manager);
    await happen.event('recommendation.linked', manager, open);
    await client.until(({ data }) => data?.itemId === open.id);
    expect(client.messages.filter(({ data }) => data?.itemId === secret.id)).toEqual([]);
  });

  it.each(['none-of-ours', '99999999999'])(
    'tells a client that comes from %s to read everything again',
    async (place) => {
      const client = new LiveClient(`${api.url}/api/v1/events?workspace=river`, {
        authorization: `Bearer ${reader.token}`,
      });
      open.push(client);
      client.lastEventId = place;
      await client.connect();
      await client.until(({ event }) => event === 'reset');
      expect(client.messages).toHaveLength(1);
      expect(client.lastEventId).not.toBe(place);
    },
  );

  it('tells a client to read everything again when what it missed is no longer kept', async () => {
    const item = await happen.recommendation(manager);
    const client = await follow(reader);
    await change(item);
    await client.until(({ event }) => event === 'recommendation.changed');
    await client.drop();
    await change(item);
    await change(item);
    await worker.settled();
    await happen.transaction((tx) =>
      tx.query(
        `DELETE FROM outbox_event WHERE workspace_id = $1 AND sequence < (SELECT max(sequence) FROM outbox_event WHERE workspace_id = $1)`,
        [here.id],
      ),
    );
    await client.connect();
    await client.until(({ event }) => event === 'reset');
  });

  it('ends at once when the token is revoked', async () => {
    const person = await api.world.person(here, 'zaid', 'contributor');
    const client = await follow(person);
    await api.system.transaction(systemContext(), (tx) =>
      tx.query(`UPDATE api_token SET revoked_at = $2 WHERE user_id = $1`, [person.userId, api.clock.now()]),
    );
    await endsWithin(client, 5_000);
    expect(await client.connect()).toBe(401);
  });

  it('ends when the member is deactivated, and sends nothing that happened since', async () => {
    const person = await api.world.person(here, 'ziad', 'contributor');
    const client = await follow(person);
    await happen.transaction(async (tx) => {
      await tx.query(`UPDATE member SET deactivated_at = $3 WHERE workspace_id = $1 AND id = $2`, [
        here.id,
        person.memberId,
        api.clock.now(),
      ]);
    });
    const item = await happen.recommendation(manager);
    await change(item);
    await endsWithin(client, 5_000);
    expect(client.messages).toEqual([]);
    expect(await client.connect()).toBe(404);
  });

  it('ends when the roles change, for they decide what may be told', async () => {
    const person = await api.world.person(here, 'zain', 'manager');
    const client = await follow(person);
    await happen.transaction((tx) =>
      tx.query(`UPDATE member SET roles = '{contributor}' WHERE workspace_id = $1 AND id = $2`, [
        here.id,
        person.memberId,
      ]),
    );
    const shared = await happen.recommendation(manager, { visibility: 'participants' });
    await happen.event('recommendation.changed', manager, shared);
    await endsWithin(client, 5_000);
    await client.connect();
    const open = await happen.recommendation(manager);
    await happen.event('recommendation.linked', manager, open);
    await client.until(({ data }) => data?.itemId === open.id);
    expect(client.messages.filter(({ data }) => data?.itemId === shared.id)).toEqual([]);
  });

  it('is not there for people of another workspace, nor for nobody', async () => {
    expect((await api.as(foreigner).get('/events?workspace=river').expect(404)).body.code).toBe('not_found');
    expect((await api.as(null).get('/events?workspace=river').expect(401)).body.code).toBe('unauthenticated');
    expect((await api.as(reader).get('/events').expect(422)).body.code).toBe('invalid_input');
  });

  it('refuses one who opens streams without end', async () => {
    const person = await api.world.person(here, 'many', 'contributor');
    for (let i = 0; i < 20; i += 1) await follow(person);
    const refused = await api.as(person).get('/events?workspace=river').expect(429);
    expect(refused.headers['retry-after']).toBe('30');
  });

  it('does not hold the shutdown', async () => {
    const own = await startTestApi();
    const there = await own.world.workspace('lake');
    const person = await own.world.person(there, 'lina', 'contributor');
    const client = new LiveClient(`${own.url}/api/v1/events?workspace=lake`, {
      authorization: `Bearer ${person.token}`,
    });
    await client.connect();
    const began = performance.now();
    await own.stop();
    expect(performance.now() - began).toBeLessThan(3_000);
    await client.ended;
  });

  async function endsWithin(client: LiveClient, ms: number): Promise<void> {
    const isEnded = await Promise.race([
      client.ended.then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms)),
    ]);
    expect(isEnded).toBe(true);
  }
});
