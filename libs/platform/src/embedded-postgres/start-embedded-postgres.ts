import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { superuser, superuserPassword } from './create-cluster.js';
import { placesIn } from './data-folder.js';
import { holderOf, markOf } from './data-folder-lock.js';
import { DataFolderInUseError, EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { ensureDatabase } from './ensure-database.js';
import type { KeeperReport, KeeperRequest } from './keeper-messages.js';
import { runningPostmaster } from './postmaster.js';
import type { ServerSettings } from './start-server.js';
import type { StopMode } from './stop-server.js';

export interface EmbeddedPostgresOptions {
  /** A folder from `chooseDataFolder`. */
  readonly dataFolder: string;
  /** What it is started for, in people's words; a second start on the folder is told so. */
  readonly purpose: string;
  /** Where the product will answer; told likewise. */
  readonly address?: string;
  /** Else a free port is taken. */
  readonly port?: number;
  readonly settings?: ServerSettings;
  /** Arguments for the Node process that keeps the server; those of this process by default. */
  readonly nodeArguments?: readonly string[];
  /** Called once if the server ends without having been asked to. */
  readonly onDeath?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** A superuser's connection string to the database `uptake`. */
  readonly url: string;
  readonly pid: number;
  readonly port: number;
  /** Resolves when the server and its keeper are gone. May be called again with `immediate` to hurry. */
  stop(mode?: StopMode): Promise<void>;
}

const databaseName = 'uptake';

function urlOf(dataFolder: string, port: number, database: string): string {
  return `postgres://${superuser}:${superuserPassword(dataFolder)}@127.0.0.1:${port}/${database}`;
}

function errorFrom({ name, message }: { name: string; message: string }): EmbeddedPostgresError {
  return name === 'DataFolderInUseError' ? new DataFolderInUseError(message) : new EmbeddedPostgresError(message);
}

function forkKeeper(nodeArguments: readonly string[]) {
  const isSource = import.meta.url.endsWith('.ts');
  return fork(fileURLToPath(new URL(isSource ? './keeper.ts' : './keeper.js', import.meta.url)), {
    execArgv: [...nodeArguments],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: process.platform !== 'win32', // on Windows this would open a console window
  });
}

/**
 * Starts PostgreSQL on a data folder, creating cluster and database on first use, and resolves when it accepts
 * connections. The server ends with this process, whichever way this process ends.
 * @throws DataFolderInUseError when another process uses the folder
 * @throws EmbeddedPostgresError when the server cannot run here; the message is for people
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, purpose, address, port, settings } = options;
  const keeper = forkKeeper(options.nodeArguments ?? process.execArgv);
  const tell = (request: KeeperRequest) => keeper.connected && keeper.send(request);
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));

  const ready = new Promise<{ pid: number; port: number }>((resolve, reject) => {
    keeper.on('message', (message: KeeperReport) => {
      if (message.type === 'ready') resolve(message);
      else if (message.type === 'failed') reject(errorFrom(message));
      else options.onDeath?.(message.message);
    });
    keeper.once('error', reject);
    keeper.once('exit', (code) => reject(new EmbeddedPostgresError(`The keeper of PostgreSQL ended with ${code}.`)));
  });
  tell({ type: 'start', dataFolder, starter: markOf(process.pid), purpose, address, port, settings });

  const server = await ready;
  const stop = async (mode: StopMode = 'fast') => {
    tell({ type: 'stop', mode });
    keeper.ref();
    await ended;
  };
  try {
    await ensureDatabase(urlOf(dataFolder, server.port, 'postgres'), databaseName);
  } catch (error) {
    await stop();
    throw error;
  }
  // The keeper alone need not keep this process from ending; the server then goes with it.
  keeper.unref();
  keeper.channel?.unref();
  const { pid } = server;
  return { url: urlOf(dataFolder, server.port, databaseName), pid, port: server.port, stop };
}

/** The connection string of the server that another process of ours keeps running on this folder, if one does. */
export function findEmbeddedPostgres(dataFolder: string): { url: string; purpose: string } | undefined {
  const holder = holderOf(dataFolder);
  const postmaster = runningPostmaster(placesIn(dataFolder).cluster);
  if (!holder || !postmaster?.isReady) return undefined;
  return { url: urlOf(dataFolder, postmaster.port, databaseName), purpose: holder.purpose };
}
