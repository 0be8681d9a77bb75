import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, chooseDataFolder, startEmbeddedPostgres } from '@uptake/platform/embedded-postgres';
import { freePort } from '../support/free-port.js';
import { descendantsOf, leftRunning, processesNaming } from '../support/processes.js';

const fromSource = new URL('../../.config/from-source.mjs', import.meta.url).href;

/**
 * A PostgreSQL of a test's own, with the settings that the product gives it: the one of the whole run waits for no disk,
 * and could not be killed without its other users.
 */
export class KillableServer {
  kills = 0;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<KillableServer> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'uptake-killable-'));
    const port = await freePort();
    return new KillableServer(folder, port, await startOn(folder, port));
  }

  get url(): string {
    return this.server.url;
  }

  /** SIGKILL to the server, all its backends and its keeper; resolves when none of them is left. */
  async kill(): Promise<void> {
    this.kills += 1;
    const pids = [this.server.pid, ...descendantsOf(this.server.pid), this.keeper];
    for (const pid of pids) killIfThere(pid);
    const left = await leftRunning([...pids, ...processesNaming(this.folder)]);
    if (left.length > 0) throw new Error(`Not killed: ${left.join(', ')}`);
  }

  /** As the next `npm start` would, on the port that clients know. */
  async startAgain(): Promise<void> {
    this.server = await startOn(this.folder, this.port);
  }

  private get keeper(): number {
    const lock = JSON.parse(readFileSync(path.join(this.folder, 'postgres.lock'), 'utf8')) as {
      keeper: { pid: number };
    };
    return lock.keeper.pid;
  }

  async remove(): Promise<void> {
    await this.server.stop('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const startOn = (folder: string, port: number): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    dataFolder: chooseDataFolder(folder, folder),
    purpose: 'a test that kills it',
    port,
    nodeArguments: ['--no-warnings', '--import', fromSource],
  });

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
