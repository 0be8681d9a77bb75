import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Submission } from '@uptake/contracts';
import type { Person } from '../../support/people.js';
import { type WorkflowDefinition } from '@uptake/contracts';
import { publishVersion, updateReview } from '@uptake/domain';
import { WorkflowRepository, newId, systemContext } from '@uptake/persistence';
import { ReviewWorld } from '../../support/review-world.js';
import { sha256 } from '../../support/sha256.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('members who leave or lose a role', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let id: string;
  let count = 0;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.stop());
  beforeEach(async () => {
    count += 1;
    world = await ReviewWorld.open(api, `river-${count}`);
    id = await world.recommendation();
  });

  const change = async (person: Person, to: Record<string, unknown>) => {
    const { body } = await world.as(world.people.admin).get('/members').expect(200);
    const { version } = body.items.find((member: { id: string }) => member.id === person.memberId);
    await world
      .as(world.people.admin)
      .patch(`/members/${person.memberId}`)
      .send({ version, ...to })
      .expect(200);
  };
  const stage = (submission: Submission, key: string) =>
    submission.run.stages.find((candidate) => candidate.key === key);
  const look = async (submission: Submission): Promise<Submission> =>
    (await world.as(world.people.owner).get(`/submissions/${submission.id}`).expect(200)).body;
  const journalled = async (type: string): Promise<Record<string, unknown>[]> => {
    const reader = api.system.reader({ workspaceId: world.here.id, userId: null, memberId: null, sees: [] });
    return (
      await reader.query<{ data: Record<string, unknown> }>(
        `SELECT e.data FROM outbox_event e WHERE e.workspace_id = $1 AND e.type = $2 ORDER BY e.id`,
        [world.here.id, type],
      )
    ).map(({ data }) => data);
  };

  it('are not asked any more, while the others still are', async () => {
    const submission = await world.submit(`/recommendations/${id}`);
    await change(world.people.reviewer, { active: false });
    const after = await look(submission);
    expect(
      stage(after, 'review')
        ?.asked.map(({ member, state }) => [member.name, member.active, state])
        .sort(),
    ).toEqual([
      ['rami', true, 'open'],
      ['rana', false, 'cancelled'],
    ]);
    expect(stage(after, 'review')?.state).toBe('open');
    expect(await journalled('approval-request.cancelled')).toEqual([
      expect.objectContaining({ reason: 'member_inactive', memberId: world.people.reviewer.memberId }),
    ]);
    await world.decideAs(world.people.secondReviewer, id, { verdict: 'approve' });
  });

  it('leave a stage that nobody can approve blocked, which is told and never passes', async () => {
    const submission = await world.submit(`/recommendations/${id}`);
    await change(world.people.reviewer, { active: false });
    await change(world.people.secondReviewer, { roles: ['leader'] });
    const after = await look(submission);
    expect(stage(after, 'review')?.state).toBe('blocked');
    expect(after).toMatchObject({ state: 'in_review', run: { state: 'active' } });
    expect(await journalled('stage.blocked')).toEqual([
      expect.objectContaining({ reason: 'quorum_out_of_reach', stageKey: 'review' }),
    ]);
    expect(await journalled('approval-request.cancelled')).toEqual([
      expect.objectContaining({ reason: 'member_inactive' }),
      expect.objectContaining({ reason: 'no_longer_eligible' }),
    ]);
    // the submitter still has a way out
    await world.as(world.people.owner).post(`/submissions/${submission.id}/withdraw`).expect(200);
  });

  it('cannot decide with what they loaded before', async () => {
    await world.submit(`/recommendations/${id}`);
    const approval = await world.approvalOf(world.people.secondReviewer, id);
    await change(world.people.secondReviewer, { roles: ['leader'] });
    const refused = await world.decide(world.people.secondReviewer, approval, { verdict: 'approve' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'request_closed', current: { state: 'cancelled' } });
  });

  it('keep what they decided', async () => {
    const submission = await world.submit(`/recommendations/${id}`, { rating: 'limited' });
    await world.decideAs(world.people.reviewer, id, { verdict: 'approve' });
    await change(world.people.reviewer, { active: false });
    await world.decideAs(world.people.manager, id, { verdict: 'approve', verifiedRating: 'limited' });
    const after = await look(submission);
    expect(after.state).toBe('approved');
    expect(after.run.decisions[0]).toMatchObject({
      actor: { name: 'rana', active: false },
      verdict: 'approve',
      voided: false,
    });
  });

  it('are taken off confidential items too, which whoever changes them cannot see', async () => {
    const { manager, reviewer, owner } = world.people;
    const hidden = await world.recommendation({
      title: 'Names',
      visibility: 'confidential',
      namedMemberIds: [manager.memberId, reviewer.memberId],
    });
    const submission = await world.submit(`/recommendations/${hidden}`);
    await change(reviewer, { active: false });
    const after = (await world.as(owner).get(`/submissions/${submission.id}`).expect(200)).body;
    expect(stage(after, 'review')?.state).toBe('blocked');
    await world.as(world.people.admin).get(`/submissions/${submission.id}`).expect(404);
  });

  describe('of a team that decides', () => {
    let team: { id: string; version: number };
    let submission: Submission;

    /** The update review of this workspace, with the team in the place of the reviewers. */
    const letTheTeamReview = async (): Promise<void> => {
      const at = api.clock.now();
      const shipped = updateReview();
      const stages = shipped.stages.map((stage) =>
        stage.key === 'review' && stage.kind === 'approval' ? { ...stage, eligibility: [{ team: team.id }] } : stage,
      );
      const definition: WorkflowDefinition = { ...shipped, key: 'team-review', stages };
      const published = publishVersion({ id: newId(at), number: 1, definition }, sha256);
      if (!published.ok) throw new Error(published.problems.map((problem) => problem.message).join());
      const { version } = published;
      await api.system.transaction(systemContext(world.here.id), async (tx) => {
        await tx.query(
          `UPDATE workflow_version v SET status = 'retired' FROM workflow w WHERE v.workspace_id = $1 AND w.workspace_id = v.workspace_id AND w.id = v.workflow_id AND w.subject = 'update'`,
          [world.here.id],
        );
        await new WorkflowRepository().insertPublished(
          tx,
          world.here.id,
          { id: newId(at), key: definition.key, name: definition.name, subject: 'update', at },
          version,
        );
      });
    };
    const seats = (...people: Person[]) => people.map(({ memberId }) => memberId);
    const changeTeam = (memberIds: string[], version = team.version) =>
      world.as(world.people.admin).patch(`/teams/${team.id}`).send({ version, memberIds });

    beforeEach(async () => {
      const { contributor, leader, admin } = world.people;
      team = (
        await world
          .as(admin)
          .post('/teams')
          .send({ name: 'Auditors', memberIds: seats(contributor, leader) })
          .expect(201)
      ).body;
      await letTheTeamReview();
      submission = await world.submit(`/recommendations/${id}`);
    });

    it('are asked no more once they are out of it, while the others are and newcomers are not', async () => {
      const { contributor, leader, reviewer } = world.people;
      const approval = await world.approvalOf(contributor, id);
      await changeTeam(seats(leader, reviewer)).expect(200);
      expect(
        stage(await look(submission), 'review')
          ?.asked.map(({ member, state }) => `${member.name} ${state}`)
          .sort(),
      ).toEqual(['karim cancelled', 'lina open']);
      expect((await world.decide(contributor, approval, { verdict: 'approve' }).expect(409)).body.code).toBe(
        'request_closed',
      );
      await world.decideAs(leader, id, { verdict: 'approve' });
    });

    it('leave it blocked, told to the managers, when the last of them goes', async () => {
      await changeTeam([]).expect(200);
      const after = await look(submission);
      expect([stage(after, 'review')?.state, after.run.state]).toEqual(['blocked', 'active']);
      expect(await journalled('stage.blocked')).toEqual([expect.objectContaining({ stageKey: 'review' })]);
    });

    it('and decide in that very moment: it stands, or it came too late', async () => {
      const approval = await world.approvalOf(world.people.contributor, id);
      const [changed, decided] = await Promise.all([
        changeTeam(seats(world.people.leader)),
        world.decide(world.people.contributor, approval, { verdict: 'approve' }),
      ]);
      expect(changed.status).toBe(200);
      const review = stage(await look(submission), 'review');
      if (decided.status === 200) expect(review?.state).toBe('approved');
      else expect([decided.body.code, review?.state, review?.approvals]).toEqual(['request_closed', 'open', 0]);
    });
  });

  it('in the moment in which another asks them: they end up not asked, or asked and then taken off', async () => {
    for (let round = 0; round < 6; round += 1) {
      const race = await ReviewWorld.open(api, `race-${count}-${round}`);
      world = race;
      const item = await race.recommendation();
      const submission = await race.submit(`/recommendations/${item}`);
      const approval = await race.approvalOf(race.people.reviewer, item);
      const leaving = [race.people.manager, race.people.secondManager];
      const versions = (await race.as(race.people.admin).get('/members')).body.items as {
        id: string;
        version: number;
      }[];
      await Promise.all([
        race.decide(race.people.reviewer, approval, { verdict: 'approve' }).expect(200),
        ...leaving.map((person) =>
          race
            .as(race.people.admin)
            .patch(`/members/${person.memberId}`)
            .send({ version: versions.find((member) => member.id === person.memberId)?.version, active: false })
            .expect(200),
        ),
      ]);
      const after = await look(submission);
      expect(stage(after, 'sign-off')?.state).toBe('blocked');
      expect(stage(after, 'sign-off')?.asked.filter(({ state }) => state === 'open')).toEqual([]);
    }
  });
});
