import { chownSync, closeSync, openSync, readFileSync, statSync } from 'node:fs';
import net from 'node:net';
import type { Binaries } from './binaries.js';
import { placesIn } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { clearStalePidFile, type Postmaster, runningPostmaster } from './postmaster.js';
import { runProgram } from './run-program.js';
import type { ServerUser } from './server-user.js';
import { stopServer } from './stop-server.js';

/** PostgreSQL's own names and values, as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>;

const defaults: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  work_mem: '16MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const largestLog = 5_000_000;
const attempts = 5;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** One argument for pg_ctl, which hands it to a shell: hence nothing but plain words passes. */
function optionsFor(port: number, settings: ServerSettings): string {
  const all = Object.entries({ ...defaults, ...settings });
  for (const [name, value] of all) {
    if (!/^\w+$/.test(name) || !/^[\w.,:/-]*$/.test(value)) throw new EmbeddedPostgresError(`Bad setting ${name}`);
  }
  return [`-p ${port}`, ...all.map(([name, value]) => `-c ${name}=${value}`)].join(' ');
}

function prepareLog(log: string, user: ServerUser): void {
  const tooLarge = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > largestLog;
  closeSync(openSync(log, tooLarge ? 'w' : 'a', 0o600));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(log, user.uid, user.gid);
}

/** The last lines that the server wrote, for messages. */
export function endOfLog(dataFolder: string): string {
  return readFileSync(placesIn(dataFolder).log, 'utf8').trim().split('\n').slice(-6).join('\n');
}

/**
 * Starts the server of a data folder's cluster and resolves when it accepts connections. A server that a killed
 * start has left behind is stopped first. Without a `port` a free one is taken; a taken `port` is an error.
 */
export async function startServer(
  binaries: Binaries,
  user: ServerUser,
  dataFolder: string,
  options: { port?: number; settings?: ServerSettings },
): Promise<Postmaster> {
  const { cluster, log } = placesIn(dataFolder);
  clearStalePidFile(cluster);
  await stopServer(binaries, user, cluster);

  for (let attempt = 1; ; attempt++) {
    prepareLog(log, user);
    const written = statSync(log).size;
    const port = options.port ?? (await freePort());
    const serverOptions = optionsFor(port, options.settings ?? {});
    const { output } = await runProgram(
      binaries.pgCtl,
      ['start', '--pgdata', cluster, '--log', log, '--wait', '--timeout', '60', '--options', serverOptions],
      user,
      dataFolder,
    );
    const postmaster = runningPostmaster(cluster);
    if (postmaster?.isReady) return postmaster;

    const said = readFileSync(log, 'utf8').slice(written);
    const isPortTaken = /could not (bind|create any TCP)/.test(said);
    // Another program may have taken the free port between our asking and the server's binding.
    if (isPortTaken && options.port === undefined && attempt < attempts) continue;
    if (isPortTaken) throw new EmbeddedPostgresError(`Port ${port} for PostgreSQL is taken by another program.`);
    throw new EmbeddedPostgresError(`PostgreSQL did not start on ${dataFolder}: ${output}\n${endOfLog(dataFolder)}`);
  }
}
