import { type HeadKey, type Transaction, systemContext } from '@uptake/persistence';
import { countAfresh } from './count-afresh.js';
import { MadeNotices } from './made-notices.js';
import { MadeRecommendations } from './made-recommendations.js';
import { MadeRuns } from './made-run.js';
import { MadeTasks } from './made-tasks.js';
import type { MadePerson } from './made-world.js';
import { PRINTED } from './made-world.js';
import { type WorldOptions, makeWorld } from './make-world.js';
import { SealedTrail } from './sealed-trail.js';

const PAGE = 5_000;

export interface SeededWorkspace {
  id: string;
  slug: string;
  tasks: number;
  recommendations: number;
  people: readonly MadePerson[];
}

/** Makes a workspace of a size inside the transaction: with its audit trail sealed, its counts kept and its inboxes filled. */
export async function seedWorkspace(
  outside: Transaction,
  key: HeadKey,
  options: WorldOptions & { tasks: number; recommendations: number },
): Promise<SeededWorkspace> {
  const world = makeWorld(options);
  const { rows, workspaceId: id, slug, people } = world;
  const tx = await outside.enter(systemContext(id));
  const trail = new SealedTrail(world);
  const notices = new MadeNotices(world);
  const runs = new MadeRuns(world, trail, notices);
  let writing: Promise<void> = Promise.resolve();
  /** The database writes a page while the next one is made. */
  const write = async (): Promise<void> => {
    trail.seal();
    await writing;
    writing = rows.write(tx);
    // heard again where it is waited for; until then it must not end the process
    writing.catch(() => undefined);
  };

  const recommendations = new MadeRecommendations(world, trail, notices, runs).make(options.recommendations);
  await write();
  const tasks = new MadeTasks(world, trail, notices, runs, recommendations, options.tasks);
  for (let first = 1; first <= options.tasks; first += PAGE) {
    await tasks.make(first, Math.min(options.tasks, first + PAGE - 1));
    await write();
  }
  rows.add('counter', { workspace_id: id, name: 'task', value: options.tasks });
  trail.sign(key);
  await write();
  await writing;
  await countAfresh(tx, id);
  return { id, slug, tasks: options.tasks, recommendations: recommendations.length, people: people.slice(0, PRINTED) };
}
