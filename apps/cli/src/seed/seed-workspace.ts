import { type HeadKey, type Transaction, rollupDimensions, systemContext } from '@uptake/persistence';
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

const list = rollupDimensions.join(', ');

/**
 * The cells of rollups. A task counts from the day it was made as it stands now; a recommendation as it began on that day, and as it
 * stands from the day it last changed, so that the series over time has something to show.
 */
async function countAfresh(tx: Transaction, workspaceId: string): Promise<void> {
  // all items are sorted by twelve columns: on disk that takes many times as long
  await tx.query(`SELECT set_config('work_mem', '128MB', true)`);
  await tx.query(
    `WITH stands AS (
       SELECT i.kind AS item_kind, r.brief_id, r.section_id, r.blueprint, i.owner_id, i.team_id, i.status, r.verified_rating AS rating, i.visibility, i.due_on, i.waiting,
         (i.created_at AT TIME ZONE 'UTC')::date AS made_on, (i.updated_at AT TIME ZONE 'UTC')::date AS changed_on
       FROM item i LEFT JOIN recommendation r ON r.workspace_id = i.workspace_id AND r.item_id = i.id WHERE i.workspace_id = $1
     ), counted AS (
       SELECT CASE WHEN item_kind = 'recommendation' THEN changed_on ELSE made_on END AS day, ${list}, 1 AS amount FROM stands
       UNION ALL
       SELECT e.day, item_kind, brief_id, section_id, blueprint, owner_id, team_id, 'open', NULL, visibility, due_on, false, e.amount
       FROM stands CROSS JOIN LATERAL (VALUES (made_on, 1), (changed_on, -1)) AS e(day, amount) WHERE item_kind = 'recommendation'
     )
     INSERT INTO rollup_cell (workspace_id, day, ${list}, amount)
     SELECT $1, day, ${list}, sum(amount) FROM counted GROUP BY day, ${list} HAVING sum(amount) <> 0`,
    [workspaceId],
  );
}
