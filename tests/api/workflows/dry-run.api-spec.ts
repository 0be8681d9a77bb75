import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DryRunStage, WorkflowDryRun } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import type { Person } from '../../support/people.js';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import { WorkflowDesign, changed } from '../../support/workflow-design.js';

describe('trying a version of a workflow', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let design: WorkflowDesign;
  let id: string;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
    design = new WorkflowDesign(world);
    id = (await design.named('update-review')).id;
  });
  afterAll(() => api?.stop());

  const tryOut = (number: number, body: object = {}, by: Person = world.people.leader) =>
    world.as(by).post(`/workflows/${id}/versions/${number}/dry-run`).send(body);
  const stageOf = ({ stages }: WorkflowDryRun, key: string) => stages.find((stage) => stage.key === key) as DryRunStage;
  const names = (people: { member: { name: string } }[]) => people.map(({ member }) => member.name);

  it('names whom a sample would be put to, and writes nothing', async () => {
    const counts = () =>
      api.system
        .reader(systemContext(world.here.id))
        .one(
          `SELECT (SELECT count(*) FROM run r WHERE r.workspace_id = $1) AS runs, (SELECT count(*) FROM audit_entry a WHERE a.workspace_id = $1) AS entries`,
          [world.here.id],
        );
    const before = await counts();
    const { body } = await tryOut(1).expect(200);
    expect(names(stageOf(body, 'review').asks)).toEqual(['rami', 'rana']);
    expect(names(stageOf(body, 'sign-off').asks)).toEqual(['mona', 'musa']);
    expect(body.warnings).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  it('tries an item with its owner and its submitter, and shows a confidential one to nobody who may not see it', async () => {
    const itemId = await world.recommendation({ visibility: 'confidential' });
    const draft = await design.draft(id);
    const eligibility = [{ ownerOf: 'item' }, { role: 'reviewer' }];
    await design.save(draft, changed(draft, 'review', { eligibility })).expect(200);
    const { owner, contributor, manager } = world.people;
    const { body } = await tryOut(draft.number, { itemId, submitterId: contributor.memberId }, owner).expect(200);
    expect(names(stageOf(body, 'review').asks)).toEqual(['omar']);
    expect(stageOf(body, 'review').leftOut).toEqual(
      ['rami', 'rana'].map((name) => ({ member: expect.objectContaining({ name }), reason: 'may_not_see' })),
    );
    await tryOut(draft.number, { itemId }, world.people.leader).expect(404);
    const byOwner = (await tryOut(draft.number, { itemId, submitterId: owner.memberId }, owner).expect(200)).body;
    expect(stageOf(byOwner, 'review').leftOut[0]).toMatchObject({ reason: 'is_submitter', member: { name: 'omar' } });
    await tryOut(draft.number, { submitterId: draft.id }, manager).expect(404);
  });

  it('says what is missing of a draft that is not finished', async () => {
    const draft = await design.draft(id);
    await design.save(draft, changed(draft, 'review', { eligibility: [] })).expect(200);
    const { body } = await tryOut(draft.number).expect(422);
    expect(body.errors).toEqual([
      expect.objectContaining({ path: 'definition.stages.1.eligibility', code: 'nobody_asked' }),
    ]);
  });

  it('takes the way that the submission leads', async () => {
    const draft = await design.draft(id);
    const onward = {
      routes: [{ when: 'moneyAbove(submission.fields.amount, "1000000", "USD")', to: 'sign-off' }],
      otherwise: 'approved',
    };
    await design.save(draft, changed(draft, 'review', { onward })).expect(200);
    const isSigned = async (amount: string) => {
      const fields = { amount: { amount, currency: 'USD' } };
      return stageOf((await tryOut(draft.number, { submission: { fields } }).expect(200)).body, 'sign-off').isOnTheWay;
    };
    expect([await isSigned('1000001.00'), await isSigned('1000000.00')]).toEqual([true, false]);
  });
});
