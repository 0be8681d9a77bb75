import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { runningPostmaster } from './postmaster.js';
import { runProgram } from './run-program.js';
import type { ServerUser } from './server-user.js';

/** `fast` ends connections and writes everything out; `immediate` leaves the rest to the log at the next start. */
export type StopMode = 'fast' | 'immediate';

const patienceSeconds = 15;

/** Stops the server of a cluster and waits until it is gone; no server is no fault. */
export async function stopServer(
  binaries: Binaries,
  user: ServerUser,
  cluster: string,
  mode: StopMode = 'fast',
): Promise<void> {
  if (!runningPostmaster(cluster)) return;
  const stop = (how: StopMode) =>
    runProgram(
      binaries.pgCtl,
      ['stop', '--pgdata', cluster, '--mode', how, '--wait', '--timeout', String(patienceSeconds)],
      user,
      cluster,
    );
  const { output } = await stop(mode);
  if (!runningPostmaster(cluster)) return;
  await stop('immediate');
  if (runningPostmaster(cluster)) throw new EmbeddedPostgresError(`PostgreSQL on ${cluster} does not stop: ${output}`);
}
