import { compareRollups, openDatabase, systemContext } from '@uptake/persistence';
import { readArguments } from '../read-arguments.js';
import type { RunOnDatabase } from './command.js';

/** Counts every workspace afresh and compares with the kept counts; exit code 1 when they differ. */
export const runRollupsRecompute: RunOnDatabase = async (args, { databaseUrl, appSecret }) => {
  readArguments({ args, options: {} });
  const system = await openDatabase({
    ownerUrl: databaseUrl,
    appSecret,
    as: 'system',
    poolSize: 2,
    applicationName: 'uptake-rollups',
  });
  try {
    let differing = 0;
    for (const { id, slug } of await system
      .reader(systemContext())
      .query<{ id: string; slug: string }>(`SELECT w.id, w.slug FROM workspace w ORDER BY w.slug`)) {
      const differences = await compareRollups(system.reader(systemContext(id)));
      differing += differences.length;
      console.log(`${differences.length === 0 ? 'ok    ' : 'FAILED'} ${slug}: ${differences.length} counts differ`);
      for (const { cell, kept, counted } of differences.slice(0, 20))
        console.log(`       kept ${kept}, counted ${counted}: ${JSON.stringify(cell)}`);
    }
    return differing === 0 ? 0 : 1;
  } finally {
    await system.close();
  }
};
