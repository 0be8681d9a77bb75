import { type Database, foldRollups } from '@uptake/persistence';
import type { BackgroundLoop } from '@uptake/platform';

/** Keeps the increments few that a reader of rollups has to add up. */
export class RollupFoldLoop implements BackgroundLoop {
  readonly name = 'rollup-fold';
  readonly everyMs = 2_000;

  constructor(private readonly system: Database) {}

  async run(): Promise<void> {
    await foldRollups(this.system);
  }
}
