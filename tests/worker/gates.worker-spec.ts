import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { systemContext } from '@uptake/persistence';
import type { RunningWorker } from '@uptake/worker';
import { joinedReview, judgeBy } from '../support/joined-review.js';
import { ReviewWorld } from '../support/review-world.js';
import { brokenInvariants } from '../support/run-invariants.js';
import { type TestApi, startTestApi } from '../support/test-api.js';
import { startTestWorker } from '../support/test-worker.js';

let api: TestApi;
let workers: RunningWorker[];
let world: ReviewWorld;

beforeAll(async () => {
  api = await startTestApi();
  world = await ReviewWorld.open(api, 'river');
  await judgeBy(world, joinedReview());
  // two workers, which race for every gate
  workers = [await startTestWorker(api), await startTestWorker(api)];
});
afterAll(async () => {
  for (const worker of workers ?? []) await worker.stop();
  await api?.stop();
});

it('lets pass what waited for a day once it has come, once, however many workers there are (invariant 29)', async () => {
  const { reviewer, manager, leader, owner } = world.people;
  const id = await world.recommendation();
  const date = api.clock.now().toISOString().slice(0, 10);
  await world.as(manager).post(`/recommendations/${id}/gates`).send({ kind: 'date', date, offsetDays: 2 }).expect(201);
  const { id: submissionId } = await world.submit(`/recommendations/${id}`, { progress: 80 });
  await world.decideAs(reviewer, id, { verdict: 'approve' });
  await world.decideAs(manager, id, { verdict: 'approve' });
  const states = async () => {
    const { body } = await world.as(owner).get(`/submissions/${submissionId}`).expect(200);
    return body.run.stages.slice(3, 5).map((stage: { key: string; state: string }) => `${stage.key}: ${stage.state}`);
  };
  const pass = async (days: number) => {
    api.clock.advance({ days });
    await Promise.all(workers.map((worker) => worker.settled()));
  };
  await pass(1);
  expect(await states()).toEqual(['wait: open', 'board: waiting']);
  await pass(1);
  expect(await states()).toEqual(['wait: approved', 'board: open']);
  await world.decideAs(leader, id, { verdict: 'approve' });
  const reader = api.system.reader(systemContext(world.here.id));
  const opened = await reader.query(
    `SELECT e.actor_id FROM audit_entry e WHERE e.workspace_id = $1 AND e.type = 'stage.opened' AND e.data->>'stageKey' = 'board'`,
    [world.here.id],
  );
  expect(opened).toEqual([{ actor_id: null }]);
  expect(await brokenInvariants(reader)).toEqual([]);
}, 60_000);
