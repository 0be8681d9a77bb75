import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recommendation } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

describe('reading recommendations', () => {
  let story: FollowThrough;
  let water: Recommendation;
  let secret: Recommendation;
  beforeAll(async () => {
    story = await FollowThrough.start();
    water = await story.recommendation({ referencePrefix: 'WAT', dueOn: '2026-03-01', priority: 'high' });
    secret = await story.recommendation({
      title: 'Protect the witness',
      referencePrefix: 'WAT',
      visibility: 'confidential',
    });
    for (const title of ['Open the archive', 'Train the clerks', 'Count the wells'])
      await story.recommendation({ title, referencePrefix: 'WAT', dueOn: '2026-04-01', kind: 'dialogue_facilitation' });
  });
  afterAll(() => story?.stop());

  const titles = async (query: string, who: Parameters<FollowThrough['as']>[0] = 'manager') =>
    (await story.as(who).get(story.recommendations(query)).expect(200)).body.items.map(
      (item: Recommendation) => item.title,
    );

  it('numbers them by their prefix, in the order of making', async () => {
    expect([water.reference, secret.reference]).toEqual(['WAT-01', 'WAT-02']);
    const { body } = await story.as('owner').get(story.recommendations('?reference=wat-01')).expect(200);
    expect(body.items.map((item: Recommendation) => item.id)).toEqual([water.id]);
  });

  it('gives two makers at once two numbers', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => story.recommendation({ title: 'At once', referencePrefix: 'RACE' })),
    );
    expect(made.map((one) => one.reference).sort()).toEqual(Array.from({ length: 8 }, (_, k) => `RACE-0${k + 1}`));
  });

  it('orders a hundredth behind a ninth', async () => {
    const workspace = story.here.id;
    await story.api.system.transaction({ workspaceId: null, userId: null, memberId: null, sees: [] }, (tx) =>
      tx.query(`INSERT INTO counter (workspace_id, name, value) VALUES ($1, 'ref:BIG', 98)`, [workspace]),
    );
    for (const title of ['ninety-nine', 'a hundred'])
      await story.recommendation({ title, referencePrefix: 'BIG', kind: 'scholarships' });
    const { body } = await story.as('manager').get(story.recommendations('?kind=scholarships'));
    expect(body.items.map((item: Recommendation) => item.reference)).toEqual(['BIG-99', 'BIG-100']);
  });

  it('shows everything of one, with what the reader may do and why not', async () => {
    const { body } = await story
      .as('leader')
      .get(story.recommendations(`/${water.id}`))
      .expect(200);
    expect(body).toMatchObject({
      reference: 'WAT-01',
      version: 1,
      text: 'The council should publish the rules by which water is shared.',
      direction: 'ltr',
      lifecycle: 'open',
      overdue: true,
      owner: null,
      contributors: [],
      addressees: [],
      source: null,
      dueHistory: [],
      taskCounts: { total: 0, done: 0 },
      recordVersion: 0,
    });
    expect(body.abilities).toEqual({
      change: { reason: 'not_your_part' },
      respond: { reason: 'not_your_role' },
      assign: { reason: 'not_your_role' },
      claim: { reason: 'not_your_part' },
      link: { reason: 'not_your_part' },
      createTask: { reason: 'not_your_part' },
      submit: { reason: 'not_your_part' },
      extend: { reason: 'not_your_part' },
      addEvidence: { reason: 'not_your_part' },
      close: { reason: 'not_your_part' },
    });
  });

  it('filters', async () => {
    expect(await titles('?overdue=true')).toEqual([water.title]);
    expect(await titles('?q=WITNESS')).toEqual(['Protect the witness']);
    expect(await titles('?q=%25')).toEqual([]);
    expect(await titles('?dueBefore=2026-03-15&status=open')).toEqual([water.title]);
    expect(await titles('?kind=dialogue_facilitation&sort=title')).toEqual([
      'Count the wells',
      'Open the archive',
      'Train the clerks',
    ]);
    expect(await titles('?owner=me')).toEqual([]);
    expect(await titles('?rating=complete')).toEqual([]);
    expect(
      await titles('?q=archive&owner=none&team=none&rating=none&brief=none&section=none&waiting=false&overdue=false'),
    ).toEqual(['Open the archive']);
  });

  it('pages by a cursor without a gap or a double, and counts only when asked', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: { items: Recommendation[]; nextCursor: string | null; total?: number } } = await story
        .as('manager')
        .get(story.recommendations(`?limit=2&sort=-dueOn&q=WAT-&count=true${cursor ? `&cursor=${cursor}` : ''}`))
        .expect(200);
      expect(body.total).toBe(5);
      seen.push(...body.items.map((item) => item.reference));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    expect(seen.slice(-2)).toEqual(['WAT-01', 'WAT-02']);
    const { body } = await story.as('manager').get(story.recommendations('?limit=1'));
    expect(body).not.toHaveProperty('total');
  });

  it('refuses a cursor of another sort, an unknown sort and an unknown filter by name', async () => {
    const { body } = await story.as('manager').get(story.recommendations('?limit=1'));
    for (const [query, path] of [
      [`?sort=title&cursor=${body.nextCursor}`, 'cursor'],
      ['?sort=secret', 'sort'],
      ['?colour=red', 'colour'],
    ]) {
      const refused = await story.as('manager').get(story.recommendations(query)).expect(422);
      expect(refused.body.errors).toEqual([expect.objectContaining({ path })]);
    }
  });

  it('hides a confidential one from all who are not named: detail, list, count, activity, history', async () => {
    for (const who of ['deputy', 'admin', 'leader', 'bystander'] as const) {
      await story
        .as(who)
        .get(story.recommendations(`/${secret.id}`))
        .expect(404);
      await story
        .as(who)
        .get(story.recommendations(`/${secret.id}/history`))
        .expect(404);
      await story.as(who).get(story.activity(secret.id)).expect(404);
      await story
        .as(who)
        .put(story.recommendations(`/${secret.id}/assignment`))
        .send({ ownerId: story.id(who) })
        .expect(who === 'admin' || who === 'deputy' ? 404 : 403);
      const { body } = await story.as(who).get(story.recommendations('?q=witness&count=true')).expect(200);
      expect(body).toEqual({ items: [], nextCursor: null, total: 0 });
    }
    expect(
      (
        await story
          .as('manager')
          .get(story.recommendations(`/${secret.id}`))
          .expect(200)
      ).body.named,
    ).toEqual([expect.objectContaining({ name: 'mariam' })]);
  });

  it('is not there for another workspace, nor for nobody', async () => {
    for (const path of ['', `/${water.id}`, `/${water.id}/history`]) {
      await story.as('stranger').get(story.recommendations(path)).expect(404);
      await story.api.as(null).get(story.recommendations(path)).expect(401);
    }
    await story.as('stranger').get(`/workspaces/elsewhere/recommendations/${water.id}`).expect(404);
    await story.as('manager').get(story.recommendations('/not-an-id')).expect(404);
  });

  it('lets only those who may make one, and names what is wrong with it', async () => {
    const body = { title: 'Mine', text: 'Mine.' };
    expect((await story.as('owner').post(story.recommendations()).send(body).expect(403)).body).toMatchObject({
      code: 'forbidden',
      grantedBy: ['admin', 'manager'],
    });
    const refused = await story
      .as('manager')
      .post(story.recommendations())
      .send({ ...body, title: ' ', status: 'closed' })
      .expect(422);
    expect(refused.body.errors.map((error: { path: string; code: string }) => error.path).sort()).toEqual([
      'status',
      'title',
    ]);
    await story
      .as('manager')
      .post(story.recommendations())
      .send({ ...body, addresseeIds: [story.id('manager')] })
      .expect(404);
    await story
      .as('manager')
      .post(story.recommendations())
      .send({ ...body, visibility: 'confidential', namedMemberIds: [story.people.stranger.memberId] })
      .expect(404);
  });
});
