import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowThrough } from '../../support/follow-through.js';

describe('changing and answering recommendations', () => {
  let story: FollowThrough;
  beforeAll(async () => {
    story = await FollowThrough.start();
  });
  afterAll(async () => {
    await story?.expectCountsToAgree();
    await story?.stop();
  });

  const at = (id: string, sub = '') => story.recommendations(`/${id}${sub}`);
  const statement = async (kind: 'issues' | 'interests', text: string) =>
    (await story.as('manager').post(`/workspaces/${story.here.slug}/${kind}`).send({ text }).expect(201)).body as {
      id: string;
    };

  it('lets its owner and managers change it, not others, and tells the loser of two at once what stands', async () => {
    const { id, version } = await story.owned();
    await story.as('helper').patch(at(id)).send({ version, title: 'Mine now' }).expect(403);
    await story.as('stranger').patch(at(id)).send({ version, title: 'Mine now' }).expect(404);
    const answers = await Promise.all([
      story.as('owner').patch(at(id)).send({ version, title: 'By the owner' }),
      story.as('manager').patch(at(id)).send({ version, priority: 'urgent' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'version_conflict',
      current: { id, version: 3 },
    });
  });

  it('says nothing of a change that changes nothing', async () => {
    const { id, version, title } = await story.owned();
    expect((await story.as('owner').patch(at(id)).send({ version, title }).expect(200)).body.version).toBe(version);
    expect(
      (await story.as('owner').get(story.activity(id))).body.items.map((entry: { type: string }) => entry.type),
    ).not.toContain('recommendation.changed');
  });

  it('takes no read-only field', async () => {
    const { id, version } = await story.owned();
    const refused = await story
      .as('manager')
      .patch(at(id))
      .send({ version, lifecycle: 'closed', verifiedRating: 'complete' })
      .expect(422);
    expect(refused.body.errors).toEqual(
      ['lifecycle', 'verifiedRating'].map((path) => expect.objectContaining({ path, code: 'unknown_field' })),
    );
  });

  it('hides it and its tasks together, keeps its writer named, and opens both again', async () => {
    const { id, version } = await story.owned();
    const task = await story.task(id, { assigneeId: story.id('helper') });
    const other = await story.task(id, { title: 'Ask the districts', assigneeId: story.id('bystander') });
    const hidden = await story
      .as('manager')
      .patch(at(id))
      .send({ version, visibility: 'confidential', namedMemberIds: [story.id('leader')] })
      .expect(200);
    expect(hidden.body.named.map((member: { name: string }) => member.name)).toEqual(['layla', 'mariam']);
    await story.as('deputy').get(at(id)).expect(404);
    await story
      .as('deputy')
      .get(story.tasks(`/${task.id}`))
      .expect(404);
    await story
      .as('leader')
      .get(story.tasks(`/${task.id}`))
      .expect(200);
    expect((await story.as('deputy').get(story.tasks(`?recommendation=${id}&count=true`))).body).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
    });
    const seen = (
      await story
        .as('bystander')
        .get(story.tasks(`/${other.id}`))
        .expect(200)
    ).body;
    expect(seen).toMatchObject({ visibility: 'confidential', recommendation: null });
    await story.as('bystander').get(at(id)).expect(404);
    await story
      .as('bystander')
      .get(story.tasks(`/${task.id}`))
      .expect(404);
    await story.expectCountsToAgree();

    const opened = await story
      .as('manager')
      .patch(at(id))
      .send({ version: hidden.body.version, visibility: 'workspace', namedMemberIds: [] })
      .expect(200);
    expect(opened.body).toMatchObject({ visibility: 'workspace', named: [] });
    await story
      .as('deputy')
      .get(story.tasks(`/${task.id}`))
      .expect(200);
  });

  it('gives a task made while it is being hidden no way to stay open', async () => {
    const { id, version } = await story.owned();
    const [hidden, task] = await Promise.all([
      story.as('manager').patch(at(id)).send({ version, visibility: 'confidential' }),
      story.as('owner').post(at(id, '/tasks')).send({ title: 'At the same moment' }),
    ]);
    expect([hidden.status, task.status]).toEqual([200, 201]);
    await story
      .as('deputy')
      .get(story.tasks(`/${task.body.id}`))
      .expect(404);
  });

  it('keeps the response with who gave it, when and why', async () => {
    const { id } = await story.recommendation();
    const refused = await story
      .as('manager')
      .post(at(id, '/response'))
      .send({ response: 'partially_accepted', reason: 'too dear' })
      .expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'part' })]);
    const { body } = await story
      .as('manager')
      .post(at(id, '/response'))
      .send({ response: 'partially_accepted', part: 'two districts', reason: 'too dear' })
      .expect(200);
    expect(body.responseDetail).toEqual({
      response: 'partially_accepted',
      part: 'two districts',
      reason: 'too dear',
      respondedBy: 'mariam',
      respondedAt: story.api.clock.now().toISOString(),
    });
    for (const who of ['owner', 'reviewer', 'leader'] as const)
      await story.as(who).post(at(id, '/response')).send({ response: 'accepted', reason: 'yes' }).expect(403);
  });

  it('lets one of two responses to one version through', async () => {
    const { id, version } = await story.recommendation();
    const answers = await Promise.all(
      (['accepted', 'rejected'] as const).map((response) =>
        story.as('manager').post(at(id, '/response')).send({ version, response, reason: 'so' }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('version_conflict');
  });

  it('links the issues it addresses and the interests it serves, as a whole', async () => {
    const { id } = await story.owned();
    const issue = await statement('issues', 'Wells run dry.');
    const interest = await statement('interests', 'Farmers want to plan.');
    const { body } = await story
      .as('owner')
      .put(at(id, '/links'))
      .send({ addresses: [issue.id], serves: [interest.id] })
      .expect(200);
    expect(body).toMatchObject({
      addresses: [{ id: issue.id, kind: 'issue', text: 'Wells run dry.' }],
      serves: [{ id: interest.id }],
    });
    const { body: found } = await story.as('reviewer').get(story.recommendations(`?statement=${issue.id}`));
    expect(found.items.map((item: { id: string }) => item.id)).toEqual([id]);
    const refused = await story
      .as('owner')
      .put(at(id, '/links'))
      .send({ addresses: [interest.id], serves: [] })
      .expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'addresses.0', code: 'wrong_kind' })]);
    await story
      .as('owner')
      .put(at(id, '/links'))
      .send({ addresses: [story.id('owner')], serves: [] })
      .expect(404);
    await story.as('helper').put(at(id, '/links')).send({ addresses: [], serves: [] }).expect(403);
    expect(
      (await story.as('manager').put(at(id, '/links')).send({ addresses: [], serves: [] }).expect(200)).body.addresses,
    ).toEqual([]);
  });

  it('names its addressees in their order', async () => {
    const { id, version } = await story.recommendation();
    const party = async (name: string) =>
      (
        (await story.as('manager').post(`/workspaces/${story.here.slug}/parties`).send({ name }).expect(201)).body as {
          id: string;
        }
      ).id;
    const ids = [await party('Water council'), await party('Districts')];
    const { body } = await story
      .as('manager')
      .patch(at(id))
      .send({ version, addresseeIds: [...ids].reverse() })
      .expect(200);
    expect(body.addressees.map((addressee: { name: string }) => addressee.name)).toEqual([
      'Districts',
      'Water council',
    ]);
  });
});
