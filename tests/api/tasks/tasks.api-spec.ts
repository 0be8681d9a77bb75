import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recommendation, Task } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

describe('tasks', () => {
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

  const under = (id: string) => story.recommendations(`/${id}/tasks`);
  const move = (id: string, body: object, who: Parameters<FollowThrough['as']>[0] = 'helper') =>
    story
      .as(who)
      .post(story.tasks(`/${id}/transition`))
      .send(body);

  it('are made by managers, and by owner and contributors under what is theirs', async () => {
    for (const who of ['manager', 'owner', 'helper'] as const)
      await story
        .as(who)
        .post(under(water.id))
        .send({ title: `By ${who}` })
        .expect(201);
    for (const who of ['bystander', 'leader', 'reviewer'] as const)
      await story.as(who).post(under(water.id)).send({ title: 'No' }).expect(403);
    await story.as('stranger').post(under(water.id)).send({ title: 'No' }).expect(404);
  });

  it('carry number, checklist and their place, and show who may do what', async () => {
    const task = await story.task(water.id, {
      title: 'Meet the districts',
      description: 'One by one.',
      assigneeId: story.id('bystander'),
      dueOn: '2026-03-01',
      priority: 'high',
      checklist: [
        { text: 'Invite', done: true },
        { text: 'Write up', done: false },
      ],
    });
    expect(task).toMatchObject({
      number: expect.any(Number),
      version: 1,
      status: 'todo',
      overdue: true,
      progress: 0,
      assignee: { name: 'baran' },
      team: null,
      recommendation: { id: water.id, reference: water.reference },
      checklist: [
        { text: 'Invite', done: true },
        { text: 'Write up', done: false },
      ],
      parent: null,
      subtasks: [],
      dependsOn: [],
      blocks: [],
    });
    const part = await story
      .as('bystander')
      .post(under(water.id))
      .send({ title: 'Book the room', parentTaskId: task.id })
      .expect(201);
    expect(part.body.parent).toMatchObject({ id: task.id, number: task.number });
    const { body } = await story
      .as('bystander')
      .get(story.tasks(`/${task.id}`))
      .expect(200);
    expect(body.subtasks).toEqual([
      { id: part.body.id, number: part.body.number, title: 'Book the room', status: 'todo' },
    ]);
    expect(body.abilities).toMatchObject({
      change: true,
      assign: { reason: 'not_your_part' },
      start: true,
      submit: true,
      reopen: { reason: 'todo' },
      claim: { reason: 'not_your_part' },
    });
    const counted = await story.as('owner').get(story.recommendations(`/${water.id}`));
    expect(counted.body.taskCounts.total).toBeGreaterThan(1);
  });

  it('belong under a task of the same recommendation', async () => {
    const elsewhere = await story.task((await story.recommendation()).id);
    const refused = await story
      .as('manager')
      .post(under(water.id))
      .send({ title: 'Lost', parentTaskId: elsewhere.id })
      .expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'parentTaskId' })]);
    await story.as('manager').post(under(water.id)).send({ title: 'Lost', parentTaskId: water.id }).expect(404);
  });

  it('get numbers that never repeat, even when made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, k) => story.task(water.id, { title: `At once ${k}` })),
    );
    expect(new Set(made.map((task) => task.number)).size).toBe(10);
  });

  it('change by whoever works on them, but change hands only by managers and the owner above', async () => {
    const task = await story.task(water.id, {
      assigneeId: story.id('bystander'),
      checklist: [{ text: 'Ask', done: false }],
    });
    const [entry] = task.checklist;
    const ticked = await story
      .as('bystander')
      .patch(story.tasks(`/${task.id}`))
      .send({
        version: 1,
        description: 'By phone',
        checklist: [{ id: entry?.id, text: 'Ask', done: true }, { text: 'Thank' }],
      })
      .expect(200);
    expect(ticked.body).toMatchObject({
      version: 2,
      description: 'By phone',
      checklist: [
        { id: entry?.id, done: true },
        { text: 'Thank', done: false },
      ],
    });
    for (const change of [{ assigneeId: story.id('helper') }, { dueOn: '2026-12-01' }]) {
      await story
        .as('bystander')
        .patch(story.tasks(`/${task.id}`))
        .send({ version: 2, ...change })
        .expect(403);
    }
    const handed = await story
      .as('owner')
      .patch(story.tasks(`/${task.id}`))
      .send({ version: 2, assigneeId: story.id('helper'), dueOn: '2026-12-01' })
      .expect(200);
    expect(handed.body).toMatchObject({ assignee: { name: 'hana' }, dueOn: '2026-12-01' });
    await story
      .as('bystander')
      .patch(story.tasks(`/${task.id}`))
      .send({ version: handed.body.version, title: 'Still mine' })
      .expect(403);
    await story
      .as('leader')
      .patch(story.tasks(`/${task.id}`))
      .send({ version: handed.body.version, title: 'Mine' })
      .expect(403);
    await story
      .as('stranger')
      .patch(story.tasks(`/${task.id}`))
      .send({ version: handed.body.version, title: 'Mine' })
      .expect(404);
  });

  it('name what is wrong: a status by hand, an unknown checklist entry, a foreign assignee', async () => {
    const task = await story.task(water.id);
    const patch = (body: object) =>
      story
        .as('manager')
        .patch(story.tasks(`/${task.id}`))
        .send({ version: 1, ...body });
    expect((await patch({ status: 'done' }).expect(422)).body.errors).toEqual([
      expect.objectContaining({ path: 'status', code: 'unknown_field' }),
    ]);
    expect((await patch({ checklist: [{ id: task.id, text: 'Mine', done: true }] }).expect(422)).body.errors).toEqual([
      expect.objectContaining({ path: 'checklist.0.id', code: 'unknown_entry' }),
    ]);
    await patch({ assigneeId: story.id('stranger') }).expect(404);
    await patch({ dependsOn: [water.id] }).expect(404);
    expect((await patch({ assigneeId: story.id('owner'), teamId: task.id }).expect(422)).body.errors).toEqual([
      expect.objectContaining({ path: 'teamId', message: expect.stringContaining('assigneeId') }),
    ]);
  });

  it('let one of two changes at once through', async () => {
    const task = await story.task(water.id);
    const answers = await Promise.all(
      ['owner', 'manager'].map((who) =>
        story
          .as(who as 'owner')
          .patch(story.tasks(`/${task.id}`))
          .send({ version: 1, title: `By ${who}` }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'version_conflict',
      current: { version: 2 },
    });
  });

  it('let one of two assignments at once through', async () => {
    const task = await story.task(water.id);
    const answers = await Promise.all(
      (['helper', 'bystander'] as const).map((who) =>
        story
          .as('manager')
          .patch(story.tasks(`/${task.id}`))
          .send({ version: 1, assigneeId: story.id(who) }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const winner = answers.find((answer) => answer.status === 200);
    expect((await story.as('manager').get(story.tasks(`/${task.id}`))).body.assignee).toEqual(winner?.body.assignee);
  });

  it('are claimed from a team by exactly one of forty', async () => {
    const racers = [];
    for (let k = 0; k < 40; k += 1) racers.push(await story.api.world.person(story.here, `racer${k}`, 'contributor'));
    const crowd = (
      await story
        .as('admin')
        .post(`/workspaces/${story.here.slug}/teams`)
        .send({ name: 'Crowd', memberIds: racers.map((racer) => racer.memberId) })
        .expect(201)
    ).body as { id: string };
    const task = await story.task(water.id, { teamId: crowd.id });
    await story
      .as('bystander')
      .post(story.tasks(`/${task.id}/claim`))
      .expect(403);
    const answers = await Promise.all(
      racers.map((racer) => story.api.as(racer).post(story.tasks(`/${task.id}/claim`))),
    );
    const [winner, ...more] = answers.filter((answer) => answer.status === 200);
    expect(more).toEqual([]);
    const losers = answers.filter((answer) => answer.status === 409);
    expect(losers).toHaveLength(39);
    for (const loser of losers)
      expect(loser.body).toMatchObject({ code: 'already_claimed', current: { assignee: winner?.body.assignee } });
  });

  it('start, go back, drop with a reason and reopen, and never become done by hand', async () => {
    const { id } = await story.task(water.id, { assigneeId: story.id('helper') });
    await move(id, { to: 'in_progress' }, 'bystander').expect(403);
    await move(id, { to: 'in_progress' }, 'stranger').expect(404);
    expect((await move(id, { to: 'in_progress' }).expect(200)).body.status).toBe('in_progress');
    expect((await move(id, { to: 'in_progress' }).expect(409)).body).toMatchObject({
      code: 'invalid_state',
      current: { status: 'in_progress' },
    });
    await move(id, { to: 'todo' }).expect(200);
    expect((await move(id, { to: 'dropped' }).expect(422)).body).toMatchObject({
      code: 'reason_required',
      errors: [{ path: 'reason' }],
    });
    const dropped = (await move(id, { to: 'dropped', reason: 'overtaken' }).expect(200)).body as Task;
    expect(dropped).toMatchObject({
      status: 'dropped',
      dropReason: 'overtaken',
      abilities: { change: { reason: 'dropped' }, reopen: true },
    });
    expect(
      (
        await story
          .as('helper')
          .patch(story.tasks(`/${id}`))
          .send({ version: dropped.version, title: 'Late' })
          .expect(409)
      ).body.code,
    ).toBe('invalid_state');
    expect((await move(id, { to: 'done' }).expect(422)).body.errors).toEqual([expect.objectContaining({ path: 'to' })]);
    expect((await move(id, { to: 'todo' }).expect(200)).body).toMatchObject({ status: 'todo', dropReason: null });
  });

  it('let one of two who drop at once through', async () => {
    const { id } = await story.task(water.id);
    const answers = await Promise.all(
      ['owner', 'manager'].map((who) => move(id, { to: 'dropped', reason: 'moot' }, who as 'owner')),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('under a confidential recommendation are as hidden as it is', async () => {
    const secret = await story.recommendation({ visibility: 'confidential' });
    const task = await story.task(secret.id, { assigneeId: story.id('helper') });
    expect(task.visibility).toBe('confidential');
    await story
      .as('deputy')
      .get(story.tasks(`/${task.id}`))
      .expect(404);
    await story.as('deputy').get(story.activity(task.id)).expect(404);
    await story.as('deputy').post(under(secret.id)).send({ title: 'Peek' }).expect(404);
    expect(
      (
        await story
          .as('helper')
          .get(story.tasks(`/${task.id}`))
          .expect(200)
      ).body,
    ).toMatchObject({ recommendation: null, abilities: { change: true } });
    expect((await story.as('deputy').get(story.tasks(`?number=${task.number}&count=true`))).body).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
    });
  });
});
