import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, locateBinaries } from './binaries.js';
import { createCluster } from './create-cluster.js';
import { placesIn } from './data-folder.js';
import { markOf, takeDataFolder } from './data-folder-lock.js';
import type { KeeperReport, KeeperRequest, StartRequest } from './keeper-messages.js';
import { runningPostmaster } from './postmaster.js';
import { serverUserFor } from './server-user.js';
import { endOfLog, startServer } from './start-server.js';
import { type StopMode, stopServer } from './stop-server.js';

/**
 * A process of its own that stands between a starter and the server. It is in no terminal's process group, so a
 * Ctrl-C does not reach it, and it stops the server when its channel to the starter closes, however the starter ended.
 */
const watchMs = 1_000;

let isStopping = false;
let stop: (mode: StopMode) => Promise<void> = () => Promise.resolve();

function report(message: KeeperReport): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send) process.send(message, () => resolve());
    else resolve();
  });
}

async function leave(mode: StopMode): Promise<never> {
  isStopping = true;
  let code = 0;
  try {
    await stop(mode);
  } catch (error) {
    code = 1;
    await report({ type: 'died', message: (error as Error).message });
  }
  process.exit(code);
}

async function watch(cluster: string, pid: number, dataFolder: string): Promise<void> {
  while (runningPostmaster(cluster)?.pid === pid) await sleep(watchMs);
  if (isStopping) return;
  await report({ type: 'died', message: `PostgreSQL has ended by itself.\n${endOfLog(dataFolder)}` });
  await leave('fast');
}

async function start(request: StartRequest): Promise<void> {
  const { dataFolder, purpose, address, starter } = request;
  const { cluster } = placesIn(dataFolder);
  process.chdir(dataFolder); // the starter's folder may be removed or unmounted meanwhile
  const lock = await takeDataFolder(dataFolder, { keeper: markOf(process.pid), starter, purpose, address });
  let binaries: Binaries;
  try {
    const user = serverUserFor(cluster);
    binaries = locateBinaries(user, dataFolder);
    stop = async (mode) => {
      await stopServer(binaries, user, cluster, mode);
      lock.release();
    };
    await createCluster(binaries, user, dataFolder);
    const { pid, port } = await startServer(binaries, user, dataFolder, {
      ...(request.port === undefined ? {} : { port: request.port }),
      ...(request.settings ? { settings: request.settings } : {}),
    });
    await report({ type: 'ready', pid, port });
    void watch(cluster, pid, dataFolder);
  } catch (error) {
    lock.release();
    throw error;
  }
}

let starting: Promise<void> | undefined;

async function begin(request: StartRequest): Promise<void> {
  try {
    await start(request);
  } catch (error) {
    const { name, message } = error as Error;
    await report({ type: 'failed', name, message });
    process.exit(1);
  }
}

/** What has begun is let finish: a server caught half-way up could not be told to stop. */
async function end(mode: StopMode): Promise<void> {
  if (isStopping && mode === 'fast') return;
  await starting;
  await leave(mode);
}

process.on('message', (request: KeeperRequest) => {
  if (request.type === 'start') starting = begin(request);
  else void end(request.mode);
});
process.once('disconnect', () => void end('fast'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end('fast'));
