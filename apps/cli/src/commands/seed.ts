import { randomBytes } from 'node:crypto';
import { HeadKey, openDatabase, systemContext, vacuumAnalyse } from '@uptake/persistence';
import { Passwords } from '@uptake/platform';
import { readArguments } from '../read-arguments.js';
import { type SeededWorkspace, seedWorkspace } from '../seed/seed-workspace.js';
import { UsageError } from '../usage-error.js';
import type { RunOnDatabase } from './command.js';

/** The made history ends here, so that the same seed makes the same rows on any day. */
const MADE_NOW = Date.parse('2026-11-01T00:00:00Z');
const between = (least: number, value: number, most: number): number =>
  Math.round(Math.max(least, Math.min(most, value)));

/**
 * Makes workspaces of a size for measuring, all of them or none; prints their ids, people, password and tokens as JSON. The
 * password is UPTAKE_DEMO_PASSWORD or made; everything else follows from the seed, the tokens too.
 */
export const runSeed: RunOnDatabase = async (args, { databaseUrl, appSecret }) => {
  const { values } = readArguments({
    args,
    options: {
      tasks: { type: 'string' },
      workspaces: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
    },
  });
  const tasks = wholeNumber('--tasks', values.tasks, 5_000_000);
  const count = wholeNumber('--workspaces', values.workspaces, 100);
  const seed = wholeNumber('--seed', values.seed, 2 ** 31);
  const password = process.env['UPTAKE_DEMO_PASSWORD'] || randomBytes(9).toString('base64url');
  const passwordHash = await new Passwords().hash(password);
  const key = new HeadKey(appSecret);
  const sizes = { tasks, recommendations: between(10, tasks / 50, 5_000), people: between(40, tasks / 200, 500) };

  const system = await openDatabase({
    ownerUrl: databaseUrl,
    appSecret,
    as: 'system',
    poolSize: 1,
    applicationName: 'uptake-seed',
  }).catch((error: unknown) => {
    throw explained(error as { code?: string }, seed);
  });
  try {
    const workspaces = await system.transaction(systemContext(), async (tx) => {
      const made: SeededWorkspace[] = [];
      for (let i = 0; i < count; i += 1) {
        const slug = `seed-${seed}${count > 1 ? `-${i + 1}` : ''}`;
        made.push(
          await seedWorkspace(tx, key, { slug, seed: seed * 1_000 + i, now: MADE_NOW, passwordHash, ...sizes }),
        );
      }
      return made;
    });
    await vacuumAnalyse(databaseUrl);
    console.log(JSON.stringify({ seed, password, workspaces }, null, 2));
    return 0;
  } catch (error) {
    throw explained(error as { code?: string }, seed);
  } finally {
    await system.close();
  }
};

/** What a person can do something about, said as that. */
function explained(error: { code?: string }, seed: number): unknown {
  if (error.code === '23505')
    return new UsageError(`the workspaces of seed ${seed} are there already: choose another --seed`);
  if (error.code === '42P01')
    return new Error('The database has no schema of Uptake yet: run `npm run -s uptake -- migrate` first');
  if (error.code === '28P01' || error.code === '28000')
    return new Error(
      'The database knows no such role or password of Uptake: run `npm run -s uptake -- migrate` with the same APP_SECRET first',
    );
  return error;
}

function wholeNumber(option: string, given: string | undefined, most: number): number {
  const value = Number(given);
  if (!given || !Number.isInteger(value) || value < 1 || value > most)
    throw new UsageError(`${option} takes a whole number from 1 to ${most}`);
  return value;
}
