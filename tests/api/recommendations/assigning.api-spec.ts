import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recommendation, Team } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

describe('assigning recommendations', () => {
  let story: FollowThrough;
  let team: Team;
  beforeAll(async () => {
    story = await FollowThrough.start();
    team = await story.team('Water', 'owner', 'helper');
  });
  afterAll(async () => {
    await story?.expectCountsToAgree();
    await story?.stop();
  });

  const assign = (id: string, body: object, who: Parameters<FollowThrough['as']>[0] = 'manager') =>
    story
      .as(who)
      .put(story.recommendations(`/${id}/assignment`))
      .send(body);

  it('gives it an owner, contributors and a date, and keeps the history of the date', async () => {
    const { id } = await story.recommendation({ dueOn: '2026-05-01' });
    const { body } = await assign(id, {
      ownerId: story.id('owner'),
      contributorIds: [story.id('helper')],
      dueOn: '2026-06-01',
      dueReason: 'the session moved',
    }).expect(200);
    expect(body).toMatchObject({
      owner: { name: 'omar' },
      team: null,
      contributors: [{ name: 'hana' }],
      dueOn: '2026-06-01',
      version: 2,
    });
    expect(body.dueHistory).toEqual([
      { from: '2026-05-01', to: '2026-06-01', reason: 'the session moved', by: 'mariam', at: expect.any(String) },
    ]);
    const seen = await story.as('owner').get(story.recommendations(`/${id}`));
    expect(seen.body.abilities).toMatchObject({
      change: true,
      createTask: true,
      submit: true,
      assign: { reason: 'not_your_role' },
      claim: { reason: 'not_your_part' },
    });
  });

  it('lets owner and team exclude each other', async () => {
    const { id } = await story.recommendation();
    expect((await assign(id, { teamId: team.id }).expect(200)).body).toMatchObject({
      owner: null,
      team: { name: 'Water' },
    });
    expect((await assign(id, { ownerId: story.id('owner') }).expect(200)).body).toMatchObject({
      owner: { name: 'omar' },
      team: null,
    });
    expect((await assign(id, { ownerId: story.id('owner'), teamId: team.id }).expect(422)).body.errors).toEqual([
      expect.objectContaining({ path: 'teamId', code: 'exclusive' }),
    ]);
    expect((await assign(id, { ownerId: null }).expect(200)).body).toMatchObject({ owner: null, team: null });
  });

  it('changes nothing and says nothing when all is as asked', async () => {
    const { id } = await story.owned();
    const before = (await story.as('manager').get(story.activity(id))).body.items;
    expect((await assign(id, { ownerId: story.id('owner') }).expect(200)).body.version).toBe(2);
    expect((await story.as('manager').get(story.activity(id))).body.items).toEqual(before);
  });

  it('refuses contributors, strangers, and who is of nowhere or no longer active', async () => {
    const { id } = await story.owned();
    expect((await assign(id, { ownerId: story.id('helper') }, 'owner').expect(403)).body).toMatchObject({
      code: 'forbidden',
      grantedBy: ['admin', 'manager'],
    });
    await assign(id, { ownerId: story.id('helper') }, 'stranger').expect(404);
    await assign(id, { ownerId: story.id('stranger') }).expect(404);
    await assign(id, { contributorIds: [story.id('stranger')] }).expect(404);
    await assign(id, { teamId: story.id('helper') }).expect(404);
    const gone = await story.api.world.person(story.here, 'gone', 'contributor');
    await story.api.system.transaction({ workspaceId: null, userId: null, memberId: null, sees: [] }, (tx) =>
      tx.query(`UPDATE member SET deactivated_at = now() WHERE id = $1`, [gone.memberId]),
    );
    expect((await assign(id, { contributorIds: [gone.memberId] }).expect(422)).body.errors).toEqual([
      expect.objectContaining({ path: 'contributorIds', code: 'inactive_member' }),
    ]);
  });

  it('lets one of two assignments of one version through and shows the loser the record as it stands', async () => {
    const { id, version } = await story.recommendation();
    const answers = await Promise.all([
      assign(id, { version, ownerId: story.id('owner') }, 'manager'),
      assign(id, { version, ownerId: story.id('helper') }, 'deputy'),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const [winner, loser] = answers[0]?.status === 200 ? answers : [...answers].reverse();
    expect(loser?.body).toMatchObject({ code: 'version_conflict', current: { version: 2, owner: winner?.body.owner } });
  });

  it('lets exactly one of forty claim it from its team', async () => {
    const racers = [];
    for (let k = 0; k < 40; k += 1) racers.push(await story.api.world.person(story.here, `racer${k}`, 'contributor'));
    const crowd = (
      await story
        .as('admin')
        .post(`/workspaces/${story.here.slug}/teams`)
        .send({ name: 'Crowd', memberIds: racers.map((racer) => racer.memberId) })
        .expect(201)
    ).body as Team;
    const { id } = await story.recommendation();
    await assign(id, { teamId: crowd.id }).expect(200);
    const answers = await Promise.all(
      racers.map((racer) => story.api.as(racer).post(story.recommendations(`/${id}/claim`))),
    );
    const winners = answers.filter((answer) => answer.status === 200);
    expect(winners).toHaveLength(1);
    const losers = answers.filter((answer) => answer.status === 409);
    expect(losers).toHaveLength(39);
    for (const loser of losers)
      expect(loser.body).toMatchObject({
        code: 'already_claimed',
        current: { owner: winners[0]?.body.owner, team: null },
      });
    const { body } = await story.as('manager').get(story.activity(id));
    expect(body.items.filter((entry: { type: string }) => entry.type === 'recommendation.claimed')).toHaveLength(1);
  });

  it('lets nobody claim it from outside the team, nor where no team has it', async () => {
    const { id } = await story.recommendation();
    expect(
      (
        await story
          .as('owner')
          .post(story.recommendations(`/${id}/claim`))
          .expect(409)
      ).body.code,
    ).toBe('invalid_state');
    await assign(id, { teamId: team.id }).expect(200);
    expect(
      (
        await story
          .as('bystander')
          .post(story.recommendations(`/${id}/claim`))
          .expect(403)
      ).body,
    ).toMatchObject({ code: 'forbidden', detail: 'not_your_part' });
    await story
      .as('stranger')
      .post(story.recommendations(`/${id}/claim`))
      .expect(404);
    expect((await story.as('owner').get(story.recommendations(`/${id}`))).body.abilities.claim).toBe(true);
  });

  it('lets a team member claim what only participants may see', async () => {
    const { id } = await story.recommendation({ visibility: 'participants' });
    await story
      .as('owner')
      .get(story.recommendations(`/${id}`))
      .expect(404);
    await assign(id, { teamId: team.id }).expect(200);
    expect(
      (
        await story
          .as('owner')
          .post(story.recommendations(`/${id}/claim`))
          .expect(200)
      ).body.owner,
    ).toMatchObject({ name: 'omar' });
    await story
      .as('owner')
      .get(story.recommendations(`/${id}`))
      .expect(200);
    await story
      .as('helper')
      .get(story.recommendations(`/${id}`))
      .expect(404);
  });

  it('keeps whoever hands over a confidential one in sight of it', async () => {
    const { id } = await story.recommendation({ visibility: 'confidential' });
    await assign(id, { ownerId: story.id('manager') }).expect(200);
    await assign(id, { ownerId: story.id('owner') }).expect(200);
    await story
      .as('manager')
      .get(story.recommendations(`/${id}`))
      .expect(200);
    await story
      .as('owner')
      .get(story.recommendations(`/${id}`))
      .expect(200);
    await story
      .as('deputy')
      .get(story.recommendations(`/${id}`))
      .expect(404);
  });

  it('assigns several at once with a result for each', async () => {
    const mine = [await story.recommendation(), await story.recommendation()];
    const hidden = await story.recommendation({ visibility: 'confidential' });
    const ids = [...mine.map((one: Recommendation) => one.id), hidden.id, story.id('owner')];
    const { body } = await story
      .as('deputy')
      .post(story.recommendations('/bulk-assignment'))
      .send({ ids, assignment: { ownerId: story.id('owner'), dueOn: '2026-09-01' } })
      .expect(200);
    expect(body.results).toEqual([
      { id: ids[0], status: 200 },
      { id: ids[1], status: 200 },
      { id: ids[2], status: 404, code: 'not_found' },
      { id: ids[3], status: 404, code: 'not_found' },
    ]);
    const { body: list } = await story
      .as('owner')
      .get(story.recommendations('?owner=me&dueBefore=2026-09-02&sort=dueOn'));
    expect(list.items.map((item: Recommendation) => item.id)).toEqual(expect.arrayContaining(ids.slice(0, 2)));
    await story.as('owner').post(story.recommendations('/bulk-assignment')).send({ ids, assignment: {} }).expect(403);
  });
});
