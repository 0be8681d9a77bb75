import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '@uptake/persistence';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import { WorkflowDesign, changed } from '../../support/workflow-design.js';

describe('drafts of workflows', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let design: WorkflowDesign;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
    design = new WorkflowDesign(world);
  });
  afterAll(() => api?.stop());

  it('begin empty, say what is missing, and are kept as they are', async () => {
    const made = await design.make('Large grants');
    expect(made).toMatchObject({ key: 'large-grants', publishedVersion: null, judges: false, drafts: [1] });
    const draft = await design.version(made.id, 1);
    expect(draft.problems).toEqual([expect.objectContaining({ code: 'no_approval' })]);
    const half = { kind: 'approval', key: 'check', name: { en: '' }, order: 2, quorum: { kind: 'n', count: null } };
    const [write, end] = draft.definition.stages;
    const stages = [write, half, { ...end, order: 3 }];
    const saved = await design.save(draft, { ...draft.definition, stages }).expect(200);
    expect(saved.body).toMatchObject({ version: 2, definition: { stages: [{}, half, {}] } });
    expect(saved.body.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'nobody_asked', stageKey: 'check', path: 'stages.1.eligibility' }),
        expect.objectContaining({ code: 'quorum_incomplete', path: 'stages.1.quorum.count' }),
        expect.objectContaining({ code: 'name_missing', path: 'stages.1.name.en' }),
      ]),
    );
    expect(saved.body.abilities.publish).toEqual({ reason: 'has_problems' });
    const refused = await design.publish(saved.body).expect(422);
    expect(refused.body).toMatchObject({ code: 'invalid_input' });
    expect(refused.body.errors.map((error: { path: string }) => error.path)).toContain(
      'definition.stages.1.eligibility',
    );
  });

  it('copy another workflow where that is asked for, and take a number into a key that is taken', async () => {
    const { id } = await design.named('update-review');
    const copy = await design.make('Update review', { copyOf: id });
    expect(copy.key).toBe('update-review-2');
    const { definition, problems } = await design.version(copy.id, 1);
    expect(definition).toMatchObject({ key: 'update-review-2', name: { en: 'Update review' } });
    expect(definition.stages.map(({ key }) => key)).toEqual(['revise', 'review', 'sign-off', 'approved']);
    expect(problems).toEqual([]);
    await world
      .as(world.people.admin)
      .post('/workflows')
      .send({ name: { en: 'X' }, subject: 'update', copyOf: world.here.id })
      .expect(404);
  });

  it('are shared: of two changes at once one is taken, the other told what stands', async () => {
    const draft = await design.draft((await design.named('update-review')).id);
    const answers = await Promise.all(
      [true, false].map((veto) => design.save(draft, changed(draft, 'review', { veto, quorum: { kind: 'all' } }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.body).toMatchObject({ code: 'version_conflict', current: { version: 2, state: 'draft' } });
    await world.as(world.people.admin).delete(`/workflows/${draft.workflow.id}/versions/${draft.number}`).expect(204);
    await world.as(world.people.admin).get(`/workflows/${draft.workflow.id}/versions/${draft.number}`).expect(404);
  });

  it('get numbers of their own when they are begun at once', async () => {
    const { id } = await design.named('response-review');
    const drafts = await Promise.all([1, 2, 3].map(() => design.draft(id)));
    expect(drafts.map(({ number }) => number).sort()).toEqual([2, 3, 4]);
    expect(drafts.map(({ basedOn }) => basedOn)).toEqual([1, 1, 1]);
  });

  it('keep key and kind of their workflow, and name what is no field', async () => {
    const draft = await design.draft((await design.named('closing-review')).id);
    const other = await design.save(draft, { ...draft.definition, key: 'mine', subjects: ['update'] }).expect(422);
    expect(other.body.errors.map((error: { path: string }) => error.path)).toEqual([
      'definition.key',
      'definition.subjects',
    ]);
    const unknown = await design.save(draft, { ...draft.definition, colour: 'red' }).expect(422);
    expect(unknown.body.errors).toEqual([
      expect.objectContaining({ path: 'definition.colour', code: 'unknown_field' }),
    ]);
  });

  it('are read by all, changed by administrators and by managers to whom the workflow was entrusted', async () => {
    const { manager, secondManager, reviewer, leader } = world.people;
    const { id } = await design.named('extension-review');
    const draft = await design.draft(id);
    await world.as(leader).get(`/workflows/${id}/versions/${draft.number}`).expect(200);
    for (const person of [manager, reviewer]) {
      expect((await design.save(draft, draft.definition, person).expect(403)).body.grantedBy).toEqual(['admin']);
      await world
        .as(person)
        .post('/workflows')
        .send({ name: { en: 'Mine' }, subject: 'update' })
        .expect(403);
    }
    const entrust = (by: typeof manager, memberIds: string[]) =>
      world.as(by).put(`/workflows/${id}/designers`).send({ memberIds });
    await entrust(manager, [manager.memberId]).expect(403);
    const entrusted = await entrust(world.people.admin, [manager.memberId, reviewer.memberId]).expect(200);
    expect(entrusted.body.designers.map((one: { id: string }) => one.id)).toEqual([
      manager.memberId,
      reviewer.memberId,
    ]);
    await design.save(draft, draft.definition, manager).expect(200);
    // who is no manager is not let in by it, nor who is manager of another
    await design.save(draft, draft.definition, reviewer).expect(403);
    await design.save(draft, draft.definition, secondManager).expect(403);
    await world.as(manager).post(`/workflows/${id}/choose`).expect(403);
    await entrust(world.people.admin, []).expect(200);
    await design.save(draft, draft.definition, manager).expect(403);
  });

  it('learn nothing of teams and people elsewhere by naming them', async () => {
    const elsewhere = await ReviewWorld.open(api, 'hill');
    const team = await elsewhere.as(elsewhere.people.admin).post('/teams').send({ name: 'Theirs' }).expect(201);
    const draft = await design.draft((await design.named('update-review')).id);
    const naming = async (version: number, teamId: string, memberId: string) => {
      const eligibility = [{ team: teamId }, { members: [memberId] }];
      const { body } = await design.save({ ...draft, version }, changed(draft, 'review', { eligibility })).expect(200);
      return body.problems;
    };
    const theirs = await naming(1, team.body.id, elsewhere.people.leader.memberId);
    expect(theirs.map((problem: { code: string }) => problem.code)).toEqual(['team_unknown', 'member_unknown']);
    expect(await naming(2, draft.id, draft.id)).toEqual(theirs);
    const problems = await naming(3, draft.id, world.people.leader.memberId);
    expect(problems.map((problem: { code: string }) => problem.code)).toEqual(['team_unknown']);
  });

  it('leave a trace of everything that was done to them', async () => {
    const draft = await design.draft((await design.make('Traced')).id);
    await design.save(draft, draft.definition).expect(200);
    await world.as(world.people.admin).delete(`/workflows/${draft.workflow.id}/versions/${draft.number}`).expect(204);
    const rows = await api.system
      .reader(systemContext(world.here.id))
      .query<{ type: string; actor_id: string }>(
        `SELECT a.type, a.actor_id FROM audit_entry a WHERE a.workspace_id = $1 AND a.subject_id = $2 ORDER BY a.id`,
        [world.here.id, draft.workflow.id],
      );
    expect(rows.map(({ type }) => type)).toEqual([
      'workflow.drafted',
      'workflow.drafted',
      'workflow.changed',
      'workflow.discarded',
    ]);
    expect(new Set(rows.map((row) => row.actor_id))).toEqual(new Set([world.people.admin.memberId]));
  });
});
