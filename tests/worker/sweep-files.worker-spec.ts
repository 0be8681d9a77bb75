import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SweepFilesLoop } from '@uptake/evidence';
import { EvidenceRepository, newId } from '@uptake/persistence';
import { LocalStorage, createLogger } from '@uptake/platform';
import { ReviewWorld } from '../support/review-world.js';
import { type TestApi, startTestApi } from '../support/test-api.js';

const DAY_MS = 24 * 60 * 60 * 1000;

let api: TestApi;
let world: ReviewWorld;
let item: string;

beforeAll(async () => {
  api = await startTestApi();
  world = await ReviewWorld.open(api, 'river');
  item = await world.recommendation();
});
afterAll(() => api?.stop());

const sweep = () =>
  new SweepFilesLoop(
    new LocalStorage(api.storageDir),
    new EvidenceRepository(),
    api.system,
    api.clock,
    createLogger('fatal', 'test'),
  ).run();
const folderOf = (workspaceId: string) => path.join(api.storageDir, 'kept', workspaceId);
const kept = async (workspaceId = world.here.id) => (await readdir(folderOf(workspaceId))).sort();
const upload = async (): Promise<string> =>
  (
    await world
      .as(world.people.owner)
      .post('/evidence')
      .field('itemId', item)
      .attach('file', Buffer.from('minutes'), 'minutes.txt')
      .expect(201)
  ).body.id;
/** As a crash between file and row leaves it. */
const leave = async (agoMs: number, workspaceId = world.here.id): Promise<string> => {
  const id = newId(new Date(api.clock.now().getTime() - agoMs));
  await mkdir(folderOf(workspaceId), { recursive: true });
  await writeFile(path.join(folderOf(workspaceId), id), 'left behind');
  return id;
};

it('removes what has had no row for a day, and keeps what has one or may still get it', async () => {
  const needed = await upload();
  api.clock.advance({ minutes: 2 * 24 * 60 });
  const young = await leave(DAY_MS - 1);
  await leave(DAY_MS + 1);
  await sweep();
  expect(await kept()).toEqual([needed, young].sort());
  await sweep();
  expect(await kept()).toEqual([needed, young].sort());
  await world.as(world.people.owner).get(`/evidence/${needed}/content`).expect(200);
});

it('removes what was left when its evidence was removed', async () => {
  const gone = await upload();
  await world.as(world.people.owner).delete(`/evidence/${gone}`).expect(204);
  await writeFile(path.join(folderOf(world.here.id), gone), 'the crash came before the file went');
  await sweep();
  expect(await kept()).toContain(gone);
  api.clock.advance({ minutes: 25 * 60 });
  await sweep();
  expect(await kept()).not.toContain(gone);
});

it('leaves alone what belongs to a workspace that this database does not know', async () => {
  const elsewhere = newId(api.clock.now());
  const theirs = await leave(3 * DAY_MS, elsewhere);
  await sweep();
  expect(await kept(elsewhere)).toEqual([theirs]);
});

it('takes nothing from uploads that run beside it', async () => {
  const sweeps = (async () => {
    for (let n = 0; n < 20; n += 1) await sweep();
  })();
  const ids = await Promise.all(Array.from({ length: 12 }, upload));
  await sweeps;
  for (const id of ids) await world.as(world.people.owner).get(`/evidence/${id}/content`).expect(200);
});
