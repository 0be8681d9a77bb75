import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Submission, Task } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

/** An item that closes takes with it whatever of it, or below it, is still being judged. */
describe('what is under review on an item that closes', () => {
  let story: FollowThrough;
  beforeAll(async () => {
    story = await FollowThrough.start();
  });
  afterAll(async () => {
    await story?.expectCountsToAgree();
    await story?.stop();
  });

  const read = async (id: string) =>
    (await story.as('helper').get(`/workspaces/${story.here.slug}/submissions/${id}`).expect(200)).body as Submission;
  const open = async (itemId: string) =>
    (await story.as('reviewer').get(`/workspaces/${story.here.slug}/approvals?state=open&item=${itemId}`).expect(200))
      .body.items;
  const taskUnder = async (recommendationId: string) =>
    story.task(recommendationId, { assigneeId: story.id('helper'), dueOn: '2026-05-01' });
  const drop = (id: string, who: 'manager' | 'owner' | 'helper' = 'manager') =>
    story
      .as(who)
      .post(story.tasks(`/${id}/transition`))
      .send({ to: 'dropped', reason: 'The donor left.' });

  it('ends with a task that is dropped, for the same reason', async () => {
    const task = await taskUnder((await story.owned()).id);
    const update = await story.submit('helper', story.tasks(`/${task.id}`), { progress: 40 });
    const extension = await story.submit('helper', story.tasks(`/${task.id}`), {
      kind: 'extension',
      fields: { dueOn: '2026-08-01' },
    });
    expect(await open(task.id)).toHaveLength(2);
    const dropped = (await drop(task.id).expect(200)).body as Task;
    expect(dropped).toMatchObject({ status: 'dropped', dropReason: 'The donor left.' });
    for (const { id } of [update, extension])
      expect(await read(id)).toMatchObject({ state: 'cancelled', run: { state: 'cancelled' } });
    expect(await open(task.id)).toEqual([]);
    const { body } = await story.as('leader').get(story.activity(task.id)).expect(200);
    const cancelled = body.items.filter((entry: { type: string }) => entry.type === 'submission.cancelled');
    expect(cancelled).toEqual([
      expect.objectContaining({ words: { reason: 'The donor left.' } }),
      expect.objectContaining({ words: { reason: 'The donor left.' } }),
    ]);
    await story.expectCountsToAgree();
  });

  it('ends with a task that was sent back and is dropped', async () => {
    const task = await taskUnder((await story.owned()).id);
    const update = await story.submit('helper', story.tasks(`/${task.id}`), { progress: 40 });
    await story.decide('reviewer', task.id, { verdict: 'request_changes', reason: 'which?' });
    await drop(task.id, 'helper').expect(200);
    expect((await read(update.id)).state).toBe('cancelled');
  });

  it('is either decided or cancelled where a drop and the last decision meet', async () => {
    for (let round = 0; round < 4; round += 1) {
      const task = await taskUnder((await story.owned()).id);
      const update = await story.submit('helper', story.tasks(`/${task.id}`), { progress: 100 });
      await story.decide('reviewer', task.id);
      const approvals = `/workspaces/${story.here.slug}/approvals`;
      const { body: waiting } = await story.as('deputy').get(`${approvals}?mine=true&state=open&item=${task.id}`);
      const decision = { verdict: 'approve', submissionHash: update.hash };
      const [dropped, decided] = await Promise.all([
        drop(task.id),
        story.as('deputy').post(`${approvals}/${waiting.items[0].id}/decision`).send(decision),
      ]);
      expect([dropped.status, decided.status].sort()).toEqual([200, 409]);
      const { state } = await read(update.id);
      expect(state).toBe(decided.status === 200 ? 'approved' : 'cancelled');
    }
    await story.expectCountsToAgree();
  });

  it('ends with a task that is done: a later date for it is nothing to decide on', async () => {
    const task = await taskUnder((await story.owned()).id);
    const extension = await story.submit('helper', story.tasks(`/${task.id}`), {
      kind: 'extension',
      fields: { dueOn: '2026-08-01' },
    });
    await story.submit('helper', story.tasks(`/${task.id}`), { progress: 100 });
    const mine = async (who: 'reviewer' | 'deputy') => {
      const approvals = `/workspaces/${story.here.slug}/approvals`;
      const { body } = await story.as(who).get(`${approvals}?mine=true&state=open&item=${task.id}`);
      const { id } = body.items.find((item: { submissionKind: string }) => item.submissionKind === 'update');
      const { body: approval } = await story.as(who).get(`${approvals}/${id}`);
      await story
        .as(who)
        .post(`${approvals}/${id}/decision`)
        .send({ verdict: 'approve', submissionHash: approval.submissionHash })
        .expect(200);
    };
    await mine('reviewer');
    await mine('deputy');
    expect((await story.as('helper').get(story.tasks(`/${task.id}`))).body).toMatchObject({
      status: 'done',
      dueOn: '2026-05-01',
    });
    expect((await read(extension.id)).state).toBe('cancelled');
  });

  it('ends on the tasks of a recommendation that closes, where nothing new is judged after', async () => {
    const { id } = await story.owned();
    const [judged, idle] = [await taskUnder(id), await taskUnder(id)];
    const update = await story.submit('helper', story.tasks(`/${judged.id}`), { progress: 40 });
    await story.submit('owner', story.recommendations(`/${id}`), {
      kind: 'closing',
      narrative: 'Overtaken by the election.',
      fields: { outcome: 'overtaken_by_events', reason: 'election' },
    });
    expect((await read(update.id)).state).toBe('in_review');
    await story.approve(id);
    expect(await read(update.id)).toMatchObject({ state: 'cancelled' });
    expect(await open(judged.id)).toEqual([]);
    const { body } = await story.as('helper').get(story.activity(judged.id));
    expect(body.items.find((entry: { type: string }) => entry.type === 'submission.cancelled')).toMatchObject({
      words: { reason: 'Overtaken by the election.' },
    });
    for (const task of [judged, idle]) {
      const { body: now } = await story
        .as('helper')
        .get(story.tasks(`/${task.id}`))
        .expect(200);
      expect(now).toMatchObject({ abilities: { submit: { reason: 'recommendation_closed' }, drop: true } });
      expect(now.status).not.toBe('in_approval');
      const refused = await story
        .as('helper')
        .post(story.tasks(`/${task.id}/submissions`))
        .send({ narrative: 'Still.', baseVersion: 0 })
        .expect(409);
      expect(refused.body.code).toBe('invalid_state');
    }
    await story.expectCountsToAgree();
  });

  it('is handed in for a closing by a manager with no part in it, and decided by others', async () => {
    const { id } = await story.owned();
    expect((await story.as('manager').get(story.recommendations(`/${id}`))).body.abilities).toMatchObject({
      close: true,
      submit: { reason: 'not_your_part' },
    });
    const closing = await story.submit('manager', story.recommendations(`/${id}`), {
      kind: 'closing',
      fields: { outcome: 'implemented' },
    });
    expect(closing.abilities).toMatchObject({ withdraw: true, revise: true });
    await story
      .as('manager')
      .post(story.recommendations(`/${id}/submissions`))
      .send({ narrative: 'An update.', baseVersion: 0 })
      .expect(403);
    await story
      .as('bystander')
      .post(story.recommendations(`/${id}/submissions`))
      .send({ kind: 'closing', narrative: 'Done.', baseVersion: 0, fields: { outcome: 'implemented' } })
      .expect(403);
    await story.approve(id);
    expect((await story.as('leader').get(story.recommendations(`/${id}`))).body).toMatchObject({
      lifecycle: 'closed',
      outcome: 'implemented',
    });
  });
});
