import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@uptake/platform/embedded-postgres';
import { type AppProcess, startApp } from './app-process.js';
import { makeDemoOnce } from './demo-workspace.js';
import { productEnvironment } from './product-environment.js';
import { requireFreePort } from './require-free-port.js';
import { runOwnCommand } from './run-own-command.js';
import type { StartOptions } from './start-options.js';
import { waitUntilReady } from './wait-until-ready.js';

/**
 * The product's processes on one machine, started in order and stopped in the opposite one. All of them end with this
 * process, so that a stop in the middle of a start has nothing to undo.
 */
export class Product {
  readonly address: string;
  readonly logFolder: string;
  /** Set when the demonstration workspace is there. */
  demoPassword: string | undefined;
  private readonly apps: AppProcess[] = [];
  private server: EmbeddedPostgres | undefined;
  private stopping: Promise<void> | undefined;

  /** `onFailure` is called when a part ends that was not asked to. */
  constructor(
    private readonly options: StartOptions,
    private readonly dataFolder: string,
    private readonly onFailure: (message: string) => void,
  ) {
    this.address = process.env['PUBLIC_URL'] || `http://localhost:${options.port}`;
    this.logFolder = path.join(dataFolder, 'logs');
  }

  /** Resolves when it answers; rejects with words for people. */
  async start(): Promise<void> {
    const databaseUrl = process.env['DATABASE_URL'] || (await this.startDatabase());
    await requireFreePort(this.options.port, process.env['HOST'] || '127.0.0.1');
    const env = productEnvironment(this.dataFolder, databaseUrl, this.options.port);
    await runOwnCommand(['migrate'], env);
    this.demoPassword = await makeDemoOnce(this.dataFolder, env, this.options.hasDemo);
    this.startApp('worker', env);
    this.startApp('api', env);
    await waitUntilReady(`http://127.0.0.1:${this.options.port}/readyz`);
  }

  private async startDatabase(): Promise<string> {
    this.server = await startEmbeddedPostgres({
      dataFolder: this.dataFolder,
      purpose: 'npm start',
      address: this.address,
      onDeath: this.onFailure,
    });
    return this.server.url;
  }

  private startApp(name: 'api' | 'worker', env: NodeJS.ProcessEnv): void {
    const app = startApp(name, this.logFolder, env);
    this.apps.push(app);
    void app.ended.then((how) => {
      if (!this.stopping) this.onFailure(`The ${name} process has ended (${how}):\n${app.endOfLog()}`);
    });
  }

  /** Lets requests and jobs finish, then the database. Safe to call again. */
  stop(): Promise<void> {
    this.stopping ??= this.stopInOrder();
    return this.stopping;
  }

  private async stopInOrder(): Promise<void> {
    await Promise.all(this.apps.map((app) => app.stop()));
    await this.server?.stop();
  }

  /** For the impatient: whatever is under way is cut off, and still nothing is left running. */
  async kill(): Promise<void> {
    this.stopping ??= Promise.resolve();
    for (const app of this.apps) app.kill();
    await this.server?.stop('immediate');
  }
}
