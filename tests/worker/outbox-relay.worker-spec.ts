import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Job, JobName } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import { type FailedJob, JobQueue, OutboxRelay } from '@uptake/platform';
import { Happenings, type MadeItem } from '../support/happenings.js';
import type { Person, TestWorkspace } from '../support/people.js';
import { type TestApi, startTestApi } from '../support/test-api.js';

/** A queue that remembers what it was given, and can be told to fail. */
class NotedQueue extends JobQueue {
  jobs: Job[] = [];
  isGone = false;
  async add(jobs: readonly Job[]): Promise<void> {
    if (this.isGone) throw new Error('The queue does not answer');
    this.jobs.push(...jobs);
  }
  async unfinished(_name: JobName): Promise<number> {
    return 0;
  }
  async failed(_name: JobName): Promise<FailedJob[]> {
    return [];
  }
  async retry(): Promise<boolean> {
    return false;
  }
  async close(): Promise<void> {}
}

interface EventRow extends Record<string, unknown> {
  id: string;
  sequence: string | null;
  relayed_at: Date | null;
  handled_at: Date | null;
}

describe('the outbox relay', () => {
  let api: TestApi;
  let here: TestWorkspace;
  let happen: Happenings;
  let manager: Person;
  let item: MadeItem;
  let queue: NotedQueue;
  let relay: OutboxRelay;

  beforeAll(async () => {
    api = await startTestApi();
    here = await api.world.workspace('river');
    manager = await api.world.person(here, 'maha', 'manager');
    happen = new Happenings(api.system, here, () => api.clock.now());
    item = await happen.recommendation(manager);
  });
  beforeEach(async () => {
    await happen.transaction((tx) => tx.query(`DELETE FROM outbox_event WHERE workspace_id = $1`, [here.id]));
    queue = new NotedQueue();
    relay = new OutboxRelay(api.system, queue, api.clock);
  });
  afterAll(() => api?.stop());

  const events = (): Promise<EventRow[]> =>
    api.system
      .reader(systemContext(here.id))
      .query<EventRow>(
        `SELECT id, sequence, relayed_at, handled_at FROM outbox_event WHERE workspace_id = $1 ORDER BY ordinal`,
        [here.id],
      );
  const respond = () => happen.event('recommendation.responded', manager, item);
  const drain = async () => {
    while ((await relay.relay()) > 0);
  };

  it('queues one job for each event that concerns people, and none for the others', async () => {
    const [told] = [await respond(), await happen.event('evidence.added', manager, item)];
    await drain();
    expect(queue.jobs).toEqual([{ name: 'route-event', id: told, payload: { workspaceId: here.id, eventId: told } }]);
    const [first, second] = await events();
    expect(first).toMatchObject({ id: told, handled_at: null });
    expect(second?.handled_at).toEqual(api.clock.now());
  });

  it('takes the events of a rolled back transaction for what they are: none', async () => {
    await happen
      .transaction(async (tx) => {
        await happen.write(tx, 'recommendation.responded', manager, item.id, {});
        throw new Error('changed my mind');
      })
      .catch(() => undefined);
    await drain();
    expect(queue.jobs).toEqual([]);
  });

  it('places the events of one transaction in the order of their writing, and hundreds in order', async () => {
    for (let i = 0; i < 3; i += 1)
      await happen.transaction(async (tx) => {
        for (let n = 0; n < 250; n += 1) await happen.write(tx, 'recommendation.changed', manager, item.id, { n });
      });
    await drain();
    const places = (await events()).map(({ sequence }) => Number(sequence));
    expect(places).toHaveLength(750);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives no places while another relay does, so that places follow each other as they become visible', async () => {
    await respond();
    await api.system.transaction(systemContext(), async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('uptake:relay'))`);
      expect(await relay.relay()).toBe(0);
      expect((await events())[0]?.sequence).toBeNull();
    });
    expect(await relay.relay()).toBeGreaterThan(0);
  });

  it('keeps an event for later while the queue does not answer', async () => {
    const id = await respond();
    queue.isGone = true;
    await expect(relay.relay()).rejects.toThrow('does not answer');
    expect((await events())[0]).toMatchObject({ relayed_at: null });
    queue.isGone = false;
    await drain();
    expect(queue.jobs.map((job) => job.id)).toEqual([id]);
  });

  it('hands an event on again when it died between queueing and noting it', async () => {
    const id = await respond();
    const dying = new OutboxRelay(
      api.system,
      new (class extends NotedQueue {
        override async add(jobs: readonly Job[]) {
          await queue.add(jobs);
          throw new Error('killed');
        }
      })(),
      api.clock,
    );
    await expect(dying.relay()).rejects.toThrow('killed');
    await drain();
    expect(queue.jobs.map((job) => job.id)).toEqual([id, id]);
  });

  it('hands on again what a lost queue never did, and nothing that is done', async () => {
    const [lost, done] = [await respond(), await respond()];
    await drain();
    await relay.noteDone({ name: 'route-event', id: done, payload: { workspaceId: here.id, eventId: done } });
    queue.jobs = [];
    api.clock.advance({ minutes: 1 });
    await relay.sweep();
    await drain();
    expect(queue.jobs.map(({ id }) => id)).toEqual([lost]);
  });

  it('forgets after a month what is done, but neither what is not, nor the last place', async () => {
    const [done, open] = [await respond(), await respond()];
    const last = await happen.event('evidence.added', manager, item);
    await drain();
    await relay.noteDone({ name: 'route-event', id: done, payload: { workspaceId: here.id, eventId: done } });
    await relay.forget();
    expect(await events()).toHaveLength(3);
    api.clock.advance({ days: 31 });
    await relay.forget();
    expect((await events()).map(({ id }) => id)).toEqual([open, last]);
  });
});
