import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Workflow } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import { brokenInvariants } from '../../support/run-invariants.js';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import { WorkflowDesign, changed } from '../../support/workflow-design.js';

describe('publishing a workflow', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let design: WorkflowDesign;
  let slug = 0;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.stop());

  /** A workspace of its own for each: what is published judges all of it. */
  async function fresh(): Promise<Workflow> {
    world = await ReviewWorld.open(api, `place-${(slug += 1)}`);
    design = new WorkflowDesign(world);
    return design.named('update-review');
  }

  it('lets runs under way finish on their version, and begins new ones on the new (27)', async () => {
    const { id } = await fresh();
    const before = await world.recommendation();
    await world.submit(`/recommendations/${before}`);
    await design.publishChanged(id, 'review', { quorum: { kind: 'all' } });
    const after = await world.recommendation({ title: 'Later' });
    await world.submit(`/recommendations/${after}`);
    await world.decideAs(world.people.reviewer, before, { verdict: 'approve' });
    await world.decideAs(world.people.reviewer, after, { verdict: 'approve' });
    // one of two was enough under the first version, both are asked under the second
    await world.decideAs(world.people.manager, before, { verdict: 'approve' });
    expect(await openStages(after)).toEqual(['review']);
    const run = async (itemId: string) =>
      (await world.as(world.people.leader).get(`/recommendations/${itemId}/submissions`).expect(200)).body.items[0].run;
    expect([(await run(before)).workflow.version, (await run(before)).state]).toEqual([1, 'approved']);
    expect((await run(after)).workflow.version).toBe(2);
    expect(await brokenInvariants(api.system.reader(systemContext(world.here.id)))).toEqual([]);
  });

  async function openStages(itemId: string): Promise<string[]> {
    const { body } = await world.as(world.people.leader).get(`/approvals?state=open&item=${itemId}`).expect(200);
    return [...new Set((body.items as { stage: { key: string } }[]).map(({ stage }) => stage.key))];
  }

  it('keeps what is published as it is (26)', async () => {
    const { id } = await fresh();
    const published = await design.version(id, 1);
    const refused = await design.save(published, changed(published, 'review', { veto: false })).expect(409);
    expect(refused.body).toMatchObject({
      code: 'invalid_state',
      current: { state: 'published', hash: published.hash },
    });
    await world.as(world.people.admin).delete(`/workflows/${id}/versions/1`).expect(409);
    const second = await design.publishChanged(id, 'review', { veto: false });
    expect(second).toMatchObject({ number: 2, state: 'published', note: 'As agreed.', basedOn: 1, problems: [] });
    expect(second.publishedBy?.id).toBe(world.people.admin.memberId);
    expect(await design.version(id, 1)).toMatchObject({ state: 'retired', definition: published.definition });
    expect((await design.version(id, 1)).hash).toBe(published.hash);
  });

  it('starts nothing under a retired version, whose runs finish (28)', async () => {
    const { id } = await fresh();
    const early = await world.recommendation();
    await world.submit(`/recommendations/${early}`);
    await design.retire(id, 1).expect(200);
    const again = await design.retire(id, 1).expect(409);
    expect(again.body).toMatchObject({ code: 'invalid_state', current: { state: 'retired' } });
    const late = await world.recommendation({ title: 'Late' });
    const refused = await world
      .as(world.people.owner)
      .post(`/recommendations/${late}/submissions`)
      .send({ narrative: 'Too late.', baseVersion: 0 })
      .expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'kind', code: 'no_workflow' })]);
    await world.decideAs(world.people.reviewer, early, { verdict: 'approve' });
    const done = await world.decideAs(world.people.manager, early, { verdict: 'approve' });
    expect(done.submission.run.state).toBe('approved');
  });

  it('never starts a run under a version that retires at the same moment (28)', async () => {
    const { id } = await fresh();
    const items = await Promise.all([1, 2, 3, 4].map((number) => world.recommendation({ title: `Number ${number}` })));
    const [, ...handedIn] = await Promise.all([
      design.retire(id, 1),
      ...items.map((item) =>
        world
          .as(world.people.owner)
          .post(`/recommendations/${item}/submissions`)
          .send({ narrative: 'x', baseVersion: 0 }),
      ),
    ]);
    expect(handedIn.map(({ status }) => status).every((status) => [201, 422].includes(status))).toBe(true);
    const { runsUnderWay, state } = await design.version(id, 1);
    expect([state, runsUnderWay]).toEqual(['retired', handedIn.filter(({ status }) => status === 201).length]);
    const late = await world.recommendation({ title: 'Late' });
    await world
      .as(world.people.owner)
      .post(`/recommendations/${late}/submissions`)
      .send({ narrative: 'x', baseVersion: 0 })
      .expect(422);
  });

  it('takes one of two at once of the same draft, and shows the other what stands', async () => {
    const { id } = await fresh();
    const draft = await design.draft(id);
    const answers = await Promise.all(['first', 'second'].map((note) => design.publish(draft, { note })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.body).toMatchObject({ code: 'invalid_state', current: { number: 2, state: 'published' } });
  });

  it('takes one of two drafts at once, and the other only over the version it would replace', async () => {
    const { id } = await fresh();
    const drafts = [await design.draft(id), await design.draft(id)];
    const answers = await Promise.all(drafts.map((draft) => design.publish(draft)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers[0]?.status === 409 ? drafts[0] : drafts[1];
    if (!lost) throw new Error('nobody lost');
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'version_conflict',
      current: { number: lost.number, state: 'draft' },
    });
    const { publishedVersion, versions } = (await world.as(world.people.admin).get(`/workflows/${id}`))
      .body as Workflow;
    expect(versions.filter(({ state }) => state === 'published').map(({ number }) => number)).toEqual([
      publishedVersion,
    ]);
    await design.publish(lost, { replaces: publishedVersion, version: lost.version + 1 }).expect(409);
    await design.publish(lost, { replaces: publishedVersion, version: lost.version }).expect(200);
  });

  it('lets an administrator choose which of several judges a kind', async () => {
    const shipped = await fresh();
    const other = await design.make('Quick review', { copyOf: shipped.id });
    const choose = (id: string) => world.as(world.people.admin).post(`/workflows/${id}/choose`);
    expect((await choose(other.id).expect(409)).body).toMatchObject({
      code: 'invalid_state',
      current: { judges: false },
    });
    await design.publish(await design.version(other.id, 1)).expect(200);
    const judging = async () =>
      ((await world.as(world.people.leader).get('/workflows')).body.items as Workflow[])
        .filter(({ subject, judges }) => subject === 'update' && judges)
        .map(({ key }) => key);
    expect(await judging()).toEqual(['update-review']);
    const answers = await Promise.all([choose(other.id), choose(other.id), choose(shipped.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await judging()).toHaveLength(1);
    await choose(other.id).expect(200);
    expect(await judging()).toEqual(['quick-review']);
    const item = await world.recommendation();
    expect((await world.submit(`/recommendations/${item}`)).run.workflow.key).toBe('quick-review');
    // the chosen one judges alone: with nothing published of it nothing is judged, rather than by another
    await design.retire(other.id, 1).expect(200);
    const late = await world.recommendation({ title: 'Late' });
    await world
      .as(world.people.owner)
      .post(`/recommendations/${late}/submissions`)
      .send({ narrative: 'x', baseVersion: 0 })
      .expect(422);
    const chosen = await api.system
      .reader(systemContext(world.here.id))
      .query<{ before: string }>(
        `SELECT a.data->>'before' AS before FROM audit_entry a WHERE a.workspace_id = $1 AND a.type = 'workflow.chosen' AND a.subject_id = $2`,
        [world.here.id, other.id],
      );
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.map(({ before }) => before)).toEqual(chosen.map(() => shipped.id));
  });

  it('tells by words what a version does otherwise than another', async () => {
    const { id } = await fresh();
    await design.publishChanged(id, 'review', { quorum: { kind: 'n', count: 2 } });
    const difference = (number: number, query = '') =>
      world.as(world.people.leader).get(`/workflows/${id}/versions/${number}/difference${query}`);
    const { body } = await difference(2).expect(200);
    expect(body).toEqual({
      from: 1,
      to: 2,
      changes: [
        {
          kind: 'stage-changed',
          stage: { key: 'review', name: { en: 'Review', ar: 'المراجعة' } },
          field: 'quorum',
          from: { kind: 'any' },
          to: { kind: 'n', count: 2 },
        },
      ],
    });
    expect((await difference(2, '?from=2').expect(200)).body.changes).toEqual([]);
    await difference(2, '?from=9').expect(404);
    await difference(9).expect(404);
  });
});
