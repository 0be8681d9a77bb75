import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recommendation, Task } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

describe('dependencies of tasks', () => {
  let story: FollowThrough;
  let water: Recommendation;
  beforeAll(async () => {
    story = await FollowThrough.start();
    water = await story.owned();
  });
  afterAll(() => story?.stop());

  const depend = (task: Task, on: string[], who: Parameters<FollowThrough['as']>[0] = 'manager') =>
    story
      .as(who)
      .patch(story.tasks(`/${task.id}`))
      .send({ version: task.version, dependsOn: on });

  it('show on both sides', async () => {
    const first = await story.task(water.id, { title: 'First' });
    const second = await story.task(water.id, { title: 'Second', dependsOn: [first.id] });
    expect(second.dependsOn).toEqual([{ id: first.id, number: first.number, title: 'First', status: 'todo' }]);
    expect((await story.as('manager').get(story.tasks(`/${first.id}`))).body.blocks).toEqual([
      expect.objectContaining({ id: second.id }),
    ]);
    expect((await depend(second, []).expect(200)).body.dependsOn).toEqual([]);
  });

  it('refuse a circle and name the way round', async () => {
    const a = await story.task(water.id);
    const b = await story.task(water.id, { dependsOn: [a.id] });
    const c = await story.task(water.id, { dependsOn: [b.id] });
    const refused = await depend(a, [c.id]).expect(422);
    expect(refused.body).toMatchObject({
      code: 'dependency_cycle',
      errors: [
        {
          path: 'dependsOn',
          message: expect.stringContaining(`${a.number} → ${c.number} → ${b.number} → ${a.number}`),
        },
      ],
    });
    expect((await depend(a, [a.id]).expect(422)).body.code).toBe('dependency_cycle');
    expect((await story.as('manager').get(story.tasks(`/${a.id}`))).body.version).toBe(1);
  });

  it('refuse the second of two that would close a circle together', async () => {
    for (let round = 0; round < 5; round += 1) {
      const a = await story.task(water.id);
      const b = await story.task(water.id);
      const answers = await Promise.all([depend(a, [b.id]), depend(b, [a.id])]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
      expect(answers.find((answer) => answer.status === 422)?.body.code).toBe('dependency_cycle');
    }
  });

  it('see a circle through a hidden task without showing it, and leave hidden ones in place', async () => {
    const secret = await story.recommendation({ visibility: 'confidential' });
    const open = await story.task(water.id);
    const hidden = await story.task(secret.id, { dependsOn: [open.id] });
    const last = await story.task(water.id, { dependsOn: [hidden.id] });
    expect((await story.as('deputy').get(story.tasks(`/${last.id}`))).body.dependsOn).toEqual([]);
    expect((await depend(open, [last.id], 'deputy').expect(422)).body.errors[0].message).toContain(
      `${open.number} → ${last.number} → … → ${open.number}`,
    );
    await depend(open, [hidden.id], 'deputy').expect(404);
    const other = await story.task(water.id);
    await depend(last, [other.id], 'deputy').expect(200);
    const seen = (await story.as('manager').get(story.tasks(`/${last.id}`))).body as Task;
    expect(seen.dependsOn.map((task) => task.id)).toEqual([hidden.id, other.id]);
  });
});
