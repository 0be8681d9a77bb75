import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recommendation, SubmissionInput } from '@uptake/contracts';
import { FollowThrough } from '../../support/follow-through.js';

describe('the record of a recommendation', () => {
  let story: FollowThrough;
  beforeAll(async () => {
    story = await FollowThrough.start();
  });
  afterAll(async () => {
    await story?.expectCountsToAgree();
    await story?.stop();
  });

  const at = (id: string, sub = '') => story.recommendations(`/${id}${sub}`);
  const read = async (id: string) => (await story.as('leader').get(at(id)).expect(200)).body as Recommendation;
  const refused = (id: string, body: Partial<SubmissionInput>, status: number) =>
    story
      .as('owner')
      .post(at(id, '/submissions'))
      .send({ narrative: 'Please.', baseVersion: 0, ...body })
      .expect(status);

  it('changes only when an update is approved, and then in one step', async () => {
    const { id, version } = await story.owned();
    await story.submit('owner', at(id), { rating: 'substantial', progress: 60, fields: { districts: 4 } });
    expect(await read(id)).toMatchObject({
      waiting: true,
      version,
      reportedRating: null,
      verifiedRating: null,
      progress: null,
    });
    expect((await story.as('owner').get(at(id))).body.abilities).toMatchObject({
      submit: { reason: 'in_approval' },
      change: true,
    });
    await story.decide('reviewer', id);
    expect(await read(id)).toMatchObject({ waiting: true, verifiedRating: null });
    await story.expectCountsToAgree();
    await story.decide('deputy', id, { verifiedRating: 'limited', ratingReason: 'two districts are missing' });
    expect(await read(id)).toMatchObject({
      waiting: false,
      recordVersion: 1,
      reportedRating: 'substantial',
      verifiedRating: 'limited',
      ratingReason: 'two districts are missing',
      progress: 60,
      lifecycle: 'open',
    });
    const { body } = await story.as('leader').get(at(id, '/history')).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        version: 1,
        narrative: 'Where it stands.',
        progress: 60,
        fields: { districts: 4 },
        reportedRating: 'substantial',
        verifiedRating: 'limited',
        approvedBy: 'dilan',
      }),
    ]);
    const { body: activity } = await story.as('leader').get(story.activity(id));
    const change = activity.items.find((entry: { type: string }) => entry.type === 'recommendation.record-changed');
    expect(change).toMatchObject({
      data: { recordVersion: 1, verifiedRating: { from: null, to: 'limited' }, progress: { from: null, to: 60 } },
      words: { ratingReason: 'two districts are missing' },
    });
    const { body: rated } = await story.as('leader').get(story.recommendations('?rating=limited&waiting=false'));
    expect(rated.items.map((item: Recommendation) => item.id)).toEqual([id]);
  });

  it('shows its history newest first, page by page', async () => {
    const { id } = await story.owned();
    for (const baseVersion of [0, 1, 2]) {
      await story.submit('owner', at(id), {
        narrative: `Report ${baseVersion + 1}`,
        baseVersion,
        progress: 10 * (baseVersion + 1),
      });
      await story.approve(id);
    }
    const { body: first } = await story.as('leader').get(at(id, '/history?limit=2'));
    const { body: second } = await story.as('leader').get(at(id, `/history?limit=2&cursor=${first.nextCursor}`));
    expect([...first.items, ...second.items].map((record: { narrative: string }) => record.narrative)).toEqual([
      'Report 3',
      'Report 2',
      'Report 1',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('is untouched by an update that is sent back, rejected or withdrawn', async () => {
    const { id } = await story.owned();
    await story.submit('owner', at(id), { progress: 90 });
    await story.decide('reviewer', id, { verdict: 'request_changes', reason: 'which districts?' });
    expect(await read(id)).toMatchObject({ waiting: false, progress: null });
    expect((await story.as('owner').get(at(id))).body.abilities.submit).toBe(true);
    await story.submit('owner', at(id), { narrative: 'All but one.', progress: 80 });
    expect((await read(id)).waiting).toBe(true);
    await story.decide('reviewer', id, { verdict: 'reject', reason: 'not this year' });
    expect(await read(id)).toMatchObject({ waiting: false, progress: null });
    const last = await story.submit('owner', at(id), { narrative: 'One more try.', progress: 70 });
    await story.as('owner').post(`/workspaces/${story.here.slug}/submissions/${last.id}/withdraw`).send({}).expect(200);
    expect(await read(id)).toMatchObject({ waiting: false, progress: null, recordVersion: 0 });
  });

  it('moves its target date by an extension, beside an update that goes on', async () => {
    const { id } = await story.owned({ dueOn: '2026-05-01' });
    await story.submit('owner', at(id));
    expect((await refused(id, { kind: 'extension', fields: { dueOn: '2026-04-01' } }, 422)).body.errors).toEqual([
      expect.objectContaining({ path: 'fields.dueOn', code: 'not_later' }),
    ]);
    expect(
      (await refused(id, { kind: 'extension', fields: { until: '2026-08-01' } }, 422)).body.errors
        .map((error: { path: string }) => error.path)
        .sort(),
    ).toEqual(['fields.dueOn', 'fields.until']);
    await story.submit('owner', at(id), {
      kind: 'extension',
      narrative: 'The session moved.',
      fields: { dueOn: '2026-08-01' },
    });
    await story
      .as('reviewer')
      .get(`/workspaces/${story.here.slug}/approvals?mine=true&state=open&item=${id}`)
      .expect(200);
    const decisions = story
      .as('reviewer')
      .get(`/workspaces/${story.here.slug}/approvals?mine=true&state=open&item=${id}`);
    expect((await decisions).body.items).toHaveLength(2);
    await story.approve(id);
    expect((await read(id)).waiting).toBe(true);
    await story.approve(id);
    const after = await read(id);
    expect(after).toMatchObject({ waiting: false, dueOn: '2026-08-01', recordVersion: 2 });
    expect(after.dueHistory).toEqual([
      expect.objectContaining({ from: '2026-05-01', to: '2026-08-01', reason: 'The session moved.' }),
    ]);
  });

  it('takes its response from an approved one, in the name of who wrote it', async () => {
    const { id } = await story.owned();
    expect(
      (await refused(id, { kind: 'response', fields: { response: 'partially_accepted' } }, 422)).body.errors,
    ).toEqual([expect.objectContaining({ path: 'fields.part' })]);
    expect(
      (await refused(id, { kind: 'response', fields: { response: 'accepted' }, rating: 'limited' }, 422)).body.errors,
    ).toEqual([expect.objectContaining({ path: 'rating' })]);
    await story.submit('owner', at(id), {
      kind: 'response',
      narrative: 'We can do this.',
      fields: { response: 'accepted' },
    });
    await story.approve(id);
    expect((await read(id)).responseDetail).toMatchObject({
      response: 'accepted',
      part: null,
      reason: 'We can do this.',
      respondedBy: 'omar',
    });
  });

  it('ends with an approved closing, after which nothing moves it', async () => {
    const { id } = await story.owned();
    const successor = await story.recommendation();
    expect(
      (await refused(id, { kind: 'closing', fields: { outcome: 'superseded', reason: 'merged' } }, 422)).body.errors,
    ).toEqual([expect.objectContaining({ path: 'fields.supersededBy' })]);
    await refused(
      id,
      { kind: 'closing', fields: { outcome: 'superseded', reason: 'merged', supersededBy: story.id('owner') } },
      404,
    );
    await story.submit('owner', at(id), {
      kind: 'closing',
      rating: 'complete',
      fields: { outcome: 'superseded', reason: 'merged', supersededBy: successor.id },
    });
    await story.approve(id, { verifiedRating: 'complete' });
    const closed = await read(id);
    expect(closed).toMatchObject({
      lifecycle: 'closed',
      outcome: 'superseded',
      verifiedRating: 'complete',
      overdue: false,
      closing: {
        outcome: 'superseded',
        reason: 'merged',
        supersededBy: { id: successor.id, reference: successor.reference },
      },
    });
    const { body } = await story.as('manager').get(at(id));
    for (const ability of ['change', 'respond', 'assign', 'link', 'createTask', 'close'])
      expect(body.abilities[ability]).toEqual({ reason: 'closed' });
    await story.as('manager').patch(at(id)).send({ version: closed.version, title: 'Again' }).expect(409);
    await story
      .as('manager')
      .put(at(id, '/assignment'))
      .send({ ownerId: story.id('helper') })
      .expect(409);
    await story.as('manager').post(at(id, '/response')).send({ response: 'accepted', reason: 'late' }).expect(409);
    await story.as('manager').post(at(id, '/tasks')).send({ title: 'More' }).expect(409);
    expect((await refused(id, { baseVersion: 1 }, 409)).body.code).toBe('invalid_state');
  });

  it('lets a closing wait for what is under way, and lets nothing new begin beside it', async () => {
    const { id } = await story.owned({ dueOn: '2026-05-01' });
    await story.submit('owner', at(id), { kind: 'extension', fields: { dueOn: '2026-08-01' } });
    expect((await refused(id, { kind: 'closing', fields: { outcome: 'implemented' } }, 409)).body.code).toBe(
      'submission_under_way',
    );
    await story.approve(id);
    await story.submit('owner', at(id), { kind: 'closing', baseVersion: 1, fields: { outcome: 'implemented' } });
    expect((await refused(id, { baseVersion: 1 }, 409)).body.code).toBe('submission_under_way');
    await story.approve(id);
    expect((await read(id)).outcome).toBe('implemented');
  });
});
