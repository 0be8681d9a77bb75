import { HeadKey, openDatabase, sealAll } from '@uptake/persistence';
import { readArguments } from '../read-arguments.js';
import { MadeRows } from '../seed/made-rows.js';
import { seedWorkspace } from '../seed/seed-workspace.js';
import { UsageError } from '../usage-error.js';
import type { RunOnDatabase } from './command.js';

/** The made history ends here, so that the same seed makes the same rows on any day. */
const MADE_NOW = Date.parse('2026-11-01T00:00:00Z');
const PEOPLE = 500;
const RECOMMENDATIONS = 200;

/** Makes workspaces of a size for measuring; prints their ids, people and tokens as JSON. */
export const runSeed: RunOnDatabase = async (args, { databaseUrl, appSecret }) => {
  const { values } = readArguments({
    args,
    options: { tasks: { type: 'string' }, workspaces: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
  });
  const tasks = wholeNumber('--tasks', values.tasks, 5_000_000);
  const count = wholeNumber('--workspaces', values.workspaces, 100);
  const seed = wholeNumber('--seed', values.seed, 2 ** 31);
  const system = await openDatabase({ ownerUrl: databaseUrl, appSecret, as: 'system', poolSize: 2, applicationName: 'uptake-seed' });
  try {
    const made = [];
    for (let i = 0; i < count; i += 1) {
      const rows = new MadeRows(`seed-${seed}${count > 1 ? `-${i + 1}` : ''}`, seed * 1_000 + i, MADE_NOW, PEOPLE);
      await seedWorkspace(system, rows, { recommendations: RECOMMENDATIONS, tasks });
      made.push({ id: rows.workspaceId, slug: rows.slug, tasks, recommendations: RECOMMENDATIONS, people: rows.people.slice(0, 20) });
    }
    await sealAll(system, new HeadKey(appSecret), () => new Date());
    console.log(JSON.stringify({ seed, workspaces: made }, null, 2));
    return 0;
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new UsageError(`the workspaces of seed ${seed} are there already: choose another --seed`);
    throw error;
  } finally {
    await system.close();
  }
};

function wholeNumber(option: string, given: string | undefined, most: number): number {
  const value = Number(given);
  if (!given || !Number.isInteger(value) || value < 1 || value > most) throw new UsageError(`${option} takes a whole number from 1 to ${most}`);
  return value;
}
