import { setTimeout as sleep } from 'node:timers/promises';
import { chooseDataFolder, findEmbeddedPostgres, startEmbeddedPostgres } from '@uptake/platform/embedded-postgres';
import { workspaceRoot } from '../workspace-root.js';
import { appSecretOf } from './app-secret.js';

/** What a command works on. */
export interface Surroundings {
  readonly dataFolder: string;
  /** The owner's connection string. */
  readonly databaseUrl: string;
  readonly appSecret: string;
  close(): Promise<void>;
}

/**
 * DATABASE_URL when it is set; else the embedded server of the data folder: the running one, or one started for as
 * long as this command takes. `purpose` is what a start of the product in the meantime is told.
 */
export async function openSurroundings(purpose: string, wantedFolder?: string): Promise<Surroundings> {
  const dataFolder = chooseDataFolder(workspaceRoot, wantedFolder);
  const common = { dataFolder, appSecret: appSecretOf(dataFolder) };
  const given = process.env['DATABASE_URL'];
  if (given) return { ...common, databaseUrl: given, close: () => Promise.resolve() };

  // A server that another command has started would go away with that command: let it finish first.
  let running = findEmbeddedPostgres(dataFolder);
  while (running?.purpose.startsWith('uptake ')) {
    await sleep(200);
    running = findEmbeddedPostgres(dataFolder);
  }
  if (running) return { ...common, databaseUrl: running.url, close: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ dataFolder, purpose });
  return { ...common, databaseUrl: server.url, close: () => server.stop() };
}
