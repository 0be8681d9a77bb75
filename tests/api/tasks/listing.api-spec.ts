import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recommendation, Task } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

describe('the list of tasks', () => {
  let story: FollowThrough;
  let water: Recommendation;
  beforeAll(async () => {
    story = await FollowThrough.start();
    water = await story.owned();
    const team = await story.team('Water', 'helper');
    const assigneeId = story.id('helper');
    await story.task(water.id, { title: 'late', assigneeId, dueOn: '2026-03-01', priority: 'low' });
    await story.task(water.id, { title: 'today', assigneeId, dueOn: '2026-03-02', priority: 'urgent' });
    await story.task(water.id, { title: 'dateless', assigneeId });
    await story.task(water.id, { title: 'soon', assigneeId, dueOn: '2026-03-05' });
    await story.task(water.id, { title: 'of the team', teamId: team.id, dueOn: '2026-03-03' });
    await story.task(water.id, { title: 'nobody has it' });
    const started = await story.task(water.id, { title: 'started', assigneeId, dueOn: '2026-03-04' });
    await story
      .as('helper')
      .post(story.tasks(`/${started.id}/transition`))
      .send({ to: 'in_progress' })
      .expect(200);
  });
  afterAll(() => story?.stop());

  const titles = async (query: string, who: Parameters<FollowThrough['as']>[0] = 'helper') =>
    (await story.as(who).get(story.tasks(query)).expect(200)).body.items.map((item: Task) => item.title);

  it('comes by due date, the dateless last', async () => {
    expect(await titles('?assignee=me')).toEqual(['late', 'today', 'started', 'soon', 'dateless']);
    expect(await titles('?assignee=me&sort=-dueOn')).toEqual(['soon', 'started', 'today', 'late', 'dateless']);
    expect(await titles('?assignee=me&sort=-priority,title&limit=2')).toEqual(['today', 'dateless']);
  });

  it('filters', async () => {
    expect(await titles('?assignee=me&status=in_progress')).toEqual(['started']);
    expect(await titles('?assignee=me&status=todo,in_progress&dueBefore=2026-03-05')).toEqual([
      'late',
      'today',
      'started',
    ]);
    expect(await titles('?assignee=my-teams')).toEqual(['of the team']);
    expect(await titles('?assignee=my-teams', 'owner')).toEqual([]);
    expect(await titles('?assignee=none')).toEqual(['of the team', 'nobody has it']);
    expect(await titles('?overdue=true')).toEqual(['late']);
    expect(await titles(`?recommendation=${water.id}&q=TEAM`)).toEqual(['of the team']);
    expect(await titles('?kind=general&overdue=false&limit=1')).toEqual(['today']);
    expect(await titles('?stage=review')).toEqual([]);
    expect(await titles('?updatedSince=2027-01-01T00:00:00Z')).toEqual([]);
  });

  it('pages through without a gap or a double, over the dateless too', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: { items: Task[]; nextCursor: string | null } } = await story
        .as('helper')
        .get(story.tasks(`?limit=2${cursor ? `&cursor=${cursor}` : ''}`))
        .expect(200);
      seen.push(...body.items.map((item) => item.title));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['late', 'today', 'of the team', 'started', 'soon', 'dateless', 'nobody has it']);
  });

  it.each(['dueOn', '-dueOn', 'number', '-priority', '-createdAt', 'title', '-status,dueOn'])(
    'hands out by %s what the whole list holds, page by page',
    async (sort) => {
      const whole = await titles(`?sort=${sort}`);
      expect(whole).toHaveLength(7);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { body }: { body: { items: Task[]; nextCursor: string | null; total: number } } = await story
          .as('helper')
          .get(story.tasks(`?sort=${sort}&limit=2&count=true${cursor ? `&cursor=${cursor}` : ''}`))
          .expect(200);
        expect(body.total).toBe(7);
        seen.push(...body.items.map((item) => item.title));
        cursor = body.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole);
    },
  );

  it('finds words in any case, signs of the pattern language as they are, and a task by its number', async () => {
    expect(await titles('?q=OF%20THE')).toEqual(['of the team']);
    expect(await titles('?q=%25')).toEqual([]);
    const counted = async (query: string) => (await story.as('helper').get(story.tasks(query)).expect(200)).body;
    expect(await counted('?q=zzz&count=true')).toEqual({ items: [], nextCursor: null, total: 0 });
    const first = await counted('?q=A&count=true&limit=2&sort=-title');
    expect([first.total, first.items.map((item: Task) => item.title)]).toEqual([6, ['today', 'started']]);
    expect(await titles(`?q=A&limit=2&sort=-title&cursor=${first.nextCursor}`)).toEqual([
      'of the team',
      'nobody has it',
    ]);
    expect(await titles('?sort=number&limit=1')).toEqual(['late']);
  });

  it('counts when asked, and refuses an unknown status by name', async () => {
    const { body } = await story.as('helper').get(story.tasks('?assignee=me&limit=1&count=true'));
    expect(body.total).toBe(5);
    const refused = await story.as('helper').get(story.tasks('?status=todo,finished')).expect(422);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ path: 'status', message: expect.stringContaining('finished') }),
    ]);
  });

  it('turns overdue with the day of the workspace', async () => {
    story.api.clock.advance({ days: 1 });
    expect(await titles('?overdue=true')).toEqual(['late', 'today']);
  });
});
