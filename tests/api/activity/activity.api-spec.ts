import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivityEntry } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

describe('the activity of an item', () => {
  let story: FollowThrough;
  beforeAll(async () => {
    story = await FollowThrough.start();
  });
  afterAll(() => story?.stop());

  const read = async (id: string, query = '', who: Parameters<FollowThrough['as']>[0] = 'leader') =>
    (
      await story
        .as(who)
        .get(`${story.activity(id)}${query}`)
        .expect(200)
    ).body as { items: ActivityEntry[]; nextCursor: string | null; total?: number };

  it('tells what happened, newest first, with who did it and its words', async () => {
    const { id } = await story.recommendation({ title: 'Share the river' });
    story.api.clock.advance({ minutes: 5 });
    await story
      .as('manager')
      .put(story.recommendations(`/${id}/assignment`))
      .send({ ownerId: story.id('owner'), dueOn: '2026-07-01', dueReason: 'before the harvest' })
      .expect(200);
    story.api.clock.advance({ minutes: 5 });
    await story
      .as('manager')
      .post(story.recommendations(`/${id}/response`))
      .send({ response: 'accepted', reason: 'as planned' })
      .expect(200);
    const { items } = await read(id);
    expect(items.map((entry) => entry.type)).toEqual([
      'recommendation.responded',
      'recommendation.assigned',
      'recommendation.created',
    ]);
    expect(items[1]).toMatchObject({
      actor: { name: 'mariam', active: true },
      subject: { kind: 'recommendation', id },
      data: { ownerId: { from: null, to: story.id('owner') }, dueOn: { from: null, to: '2026-07-01' } },
      words: { dueReason: 'before the harvest' },
    });
    expect(items[0]?.data).toEqual({ response: { from: null, to: 'accepted' } });
  });

  it('keeps free text out of the facts', async () => {
    const { id } = await story.recommendation({ title: 'Name the donor', text: 'Name the donor in public.' });
    const { items } = await read(id);
    expect(JSON.stringify(items.map((entry) => entry.data))).not.toContain('donor');
    expect(items[0]?.words).toEqual({ title: 'Name the donor', text: 'Name the donor in public.' });
  });

  it('pages, counts, and answers an empty list where nothing is that new', async () => {
    const { id } = await story.recommendation();
    const task = await story.task(id, { assigneeId: story.id('helper') });
    for (const to of ['in_progress', 'todo', 'in_progress']) {
      story.api.clock.advance({ minutes: 1 });
      await story
        .as('helper')
        .post(story.tasks(`/${task.id}/transition`))
        .send({ to })
        .expect(200);
    }
    const first = await read(task.id, '?limit=3&count=true');
    expect(first.total).toBe(4);
    const second = await read(task.id, `?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map((entry) => entry.type)).toEqual([
      ...Array.from({ length: 3 }, () => 'task.status-changed'),
      'task.created',
    ]);
    expect(second.nextCursor).toBeNull();
    expect((await read(task.id, '?updatedSince=2030-01-01T00:00:00Z')).items).toEqual([]);
  });

  it('is not there for who may not see the item, nor for other workspaces', async () => {
    const { id } = await story.recommendation({ visibility: 'confidential' });
    await story.as('deputy').get(story.activity(id)).expect(404);
    await story.as('stranger').get(story.activity(id)).expect(404);
    await story.as('stranger').get(`/workspaces/elsewhere/items/${id}/activity`).expect(404);
    expect((await read(id, '', 'manager')).items).toHaveLength(1);
  });
});
