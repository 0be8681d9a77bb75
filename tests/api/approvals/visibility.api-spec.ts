import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Submission } from '@uptake/contracts';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('a review on an item that not everybody may see', () => {
  let api: TestApi;
  let world: ReviewWorld;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
  });
  afterAll(() => api?.stop());

  const askedNames = ({ run }: Submission, key: string) =>
    run.stages
      .find((stage) => stage.key === key)
      ?.asked.map(({ member }) => member.name)
      .sort();

  it('asks only those who are named in a confidential one, and shows it to nobody else', async () => {
    const { manager, secondManager, reviewer, secondReviewer, owner, admin } = world.people;
    const id = await world.recommendation({
      title: 'Names',
      visibility: 'confidential',
      namedMemberIds: [manager.memberId, reviewer.memberId],
    });
    const submission = await world.submit(`/recommendations/${id}`, { rating: 'limited' });
    expect(askedNames(submission, 'review')).toEqual(['rana']);
    expect(
      submission.run.stages.find((stage) => stage.key === 'sign-off')?.couldDecide.map((member) => member.name),
    ).toEqual(['mona']);
    const approval = await world.approvalOf(reviewer, id);
    for (const person of [secondReviewer, secondManager, admin]) {
      await world.as(person).get(`/submissions/${submission.id}`).expect(404);
      await world.as(person).get(`/approvals/${approval.id}`).expect(404);
      await world.as(person).get(`/recommendations/${id}/submissions`).expect(404);
      await world
        .as(person)
        .post(`/approvals/${approval.id}/decision`)
        .send({ verdict: 'approve', submissionHash: submission.hash })
        .expect(404);
      expect((await world.as(person).get(`/approvals?item=${id}&count=true`).expect(200)).body).toEqual({
        items: [],
        nextCursor: null,
        total: 0,
      });
    }
    await world.decideAs(reviewer, id, { verdict: 'approve' });
    await world.decideAs(manager, id, { verdict: 'approve', verifiedRating: 'limited' });
    expect((await world.as(owner).get(`/submissions/${submission.id}`).expect(200)).body.state).toBe('approved');
  });

  it('is refused where nobody is named who could decide', async () => {
    const { manager, owner } = world.people;
    const id = await world.recommendation({
      title: 'Names',
      visibility: 'confidential',
      namedMemberIds: [manager.memberId],
    });
    const refused = await world
      .as(owner)
      .post(`/recommendations/${id}/submissions`)
      .send({ narrative: 'x', baseVersion: 0 })
      .expect(409);
    expect(refused.body.code).toBe('nobody_eligible');
  });

  it('opens an item of participants to those it asks', async () => {
    const { reviewer, leader } = world.people;
    const id = await world.recommendation({ title: 'Draft', visibility: 'participants', namedMemberIds: [] });
    await world.as(reviewer).get(`/recommendations/${id}`).expect(404);
    await world.submit(`/recommendations/${id}`);
    await world.as(reviewer).get(`/recommendations/${id}`).expect(200);
    await world.as(leader).get(`/recommendations/${id}`).expect(404);
    await world.decideAs(reviewer, id, { verdict: 'approve' });
  });

  it('lists approvals by who is asked, by state and by item, page by page', async () => {
    const { reviewer, leader } = world.people;
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      api.clock.advance({ minutes: 1 });
      const id = await world.recommendation({ title: `Listed ${n}` });
      await world.submit(`/recommendations/${id}`);
      ids.push(id);
    }
    const list = async (query: string, person = reviewer) =>
      (await world.as(person).get(`/approvals?${query}`).expect(200)).body;
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { item: { id: string }; abilities: unknown }[]; nextCursor: string | null } = await list(
        `mine=true&state=open&limit=1&sort=-openedAt${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ item }) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen.slice(0, 3)).toEqual([...ids].reverse());
    expect(
      (await list(`item=${ids[0]}`, leader)).items
        .map((row: { member: { name: string }; abilities: unknown }) => [row.member.name, row.abilities])
        .sort(),
    ).toEqual([
      ['rami', { decide: { reason: 'not_asked' } }],
      ['rana', { decide: { reason: 'not_asked' } }],
    ]);
    expect((await list('mine=true', leader)).items).toEqual([]);
    expect((await list('state=decided&mine=true')).items.map((row: { verdict: string }) => row.verdict)).toEqual([
      'approve',
      'approve',
    ]);
    await world.as(reviewer).get('/approvals?sort=member').expect(422);
    await world.as(reviewer).get('/approvals?who=me').expect(422);
  });

  it('shows every workspace its own workflows', async () => {
    const { body } = await world.as(world.people.leader).get('/workflows').expect(200);
    expect(
      body.items.map((row: { key: string; subject: string; publishedVersion: number }) => [
        row.key,
        row.subject,
        row.publishedVersion,
      ]),
    ).toEqual([
      ['closing-review', 'closing', 1],
      ['extension-review', 'extension', 1],
      ['response-review', 'response', 1],
      ['update-review', 'update', 1],
    ]);
    expect(body.items[0]).toMatchObject({
      name: { en: 'Closing review' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});
