import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recommendation, SubmissionInput, Task } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

describe('the record of a task', () => {
  let story: FollowThrough;
  let water: Recommendation;
  beforeAll(async () => {
    story = await FollowThrough.start();
    water = await story.owned();
  });
  afterAll(async () => {
    await story?.expectCountsToAgree();
    await story?.stop();
  });

  const at = (id: string) => story.tasks(`/${id}`);
  const read = async (id: string) => (await story.as('helper').get(at(id)).expect(200)).body as Task;
  const make = () => story.task(water.id, { assigneeId: story.id('helper'), dueOn: '2026-05-01' });
  const refused = (id: string, body: Partial<SubmissionInput>) =>
    story
      .as('helper')
      .post(`${at(id)}/submissions`)
      .send({ narrative: 'Please.', baseVersion: 0, ...body });

  it('follows an update from approval to done', async () => {
    const { id } = await make();
    await story.submit('helper', at(id), { progress: 100, fields: { visited: 12 } });
    expect(await read(id)).toMatchObject({
      status: 'in_approval',
      progress: 0,
      abilities: { submit: { reason: 'in_approval' }, drop: true, change: true },
    });
    expect(
      (
        await story
          .as('helper')
          .post(`${at(id)}/transition`)
          .send({ to: 'in_progress' })
          .expect(409)
      ).body.detail,
    ).toContain('withdraw');
    await story.approve(id);
    expect(await read(id)).toMatchObject({
      status: 'done',
      progress: 100,
      recordVersion: 1,
      fields: { visited: 12 },
      overdue: false,
    });
    expect((await refused(id, { baseVersion: 1 }).expect(409)).body.code).toBe('invalid_state');
    const reopened = await story
      .as('helper')
      .post(`${at(id)}/transition`)
      .send({ to: 'in_progress' })
      .expect(200);
    expect(reopened.body.status).toBe('in_progress');
  });

  it('goes on working when less than all is approved', async () => {
    const { id } = await make();
    await story.submit('helper', at(id), { progress: 40 });
    await story.approve(id);
    expect(await read(id)).toMatchObject({ status: 'in_progress', progress: 40 });
    const { body } = await story.as('helper').get(story.activity(id));
    const moves = body.items
      .filter((entry: { type: string }) => entry.type === 'task.status-changed')
      .map((entry: { data: { status: unknown } }) => entry.data.status);
    expect(moves).toEqual([
      { from: 'in_approval', to: 'in_progress' },
      { from: 'todo', to: 'in_approval' },
    ]);
  });

  it('comes back for changes, and goes in again', async () => {
    const { id } = await make();
    await story.submit('helper', at(id), { progress: 40 });
    await story.decide('reviewer', id, { verdict: 'request_changes', reason: 'by whom?' });
    expect(await read(id)).toMatchObject({ status: 'changes_requested', progress: 0, abilities: { submit: true } });
    await story.submit('helper', at(id), { narrative: 'By the clerks.', progress: 40 });
    expect((await read(id)).status).toBe('in_approval');
  });

  it('is released when its update is withdrawn or rejected', async () => {
    const { id } = await make();
    const submission = await story.submit('helper', at(id), { progress: 40 });
    await story
      .as('helper')
      .post(`/workspaces/${story.here.slug}/submissions/${submission.id}/withdraw`)
      .send({})
      .expect(200);
    expect(await read(id)).toMatchObject({ status: 'in_progress', progress: 0 });
    await story.submit('helper', at(id), { narrative: 'Once more.', progress: 50 });
    await story.decide('reviewer', id, { verdict: 'reject', reason: 'no' });
    expect(await read(id)).toMatchObject({ status: 'in_progress', progress: 0, recordVersion: 0 });
  });

  it('works on while a later date is asked for', async () => {
    const { id } = await make();
    await story.submit('helper', at(id), { kind: 'extension', fields: { dueOn: '2026-06-01' } });
    expect((await read(id)).status).toBe('todo');
    await story.approve(id);
    expect(await read(id)).toMatchObject({ status: 'todo', dueOn: '2026-06-01' });
  });

  it('takes no rating, no closing and no response', async () => {
    const { id } = await make();
    const paths = async (body: Partial<SubmissionInput>) =>
      (await refused(id, body).expect(422)).body.errors.map((error: { path: string }) => error.path);
    expect(await paths({ rating: 'complete' })).toEqual(['rating']);
    expect(await paths({ kind: 'closing', fields: { outcome: 'implemented' } })).toEqual(['kind']);
    expect(await paths({ kind: 'response', fields: { response: 'accepted' } })).toEqual(['kind']);
  });
});
