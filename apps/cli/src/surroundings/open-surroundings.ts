import { setTimeout as sleep } from 'node:timers/promises';
import {
  chooseDataFolder,
  DataFolderInUseError,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from '@uptake/platform/embedded-postgres';
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

const pauseMs = 500;

/**
 * DATABASE_URL when it is set; else the embedded server of the data folder: the one that the running product has, or
 * one started for as long as this command takes. `purpose` (`uptake ...`) is what others on the folder are told.
 */
export async function openSurroundings(purpose: string, wantedFolder?: string): Promise<Surroundings> {
  const dataFolder = chooseDataFolder(workspaceRoot, wantedFolder);
  const common = { dataFolder, appSecret: appSecretOf(dataFolder) };
  const given = process.env['DATABASE_URL'];
  if (given) return { ...common, databaseUrl: given, close: () => Promise.resolve() };

  for (let hasSaidSo = false; ; hasSaidSo = true) {
    const running = findEmbeddedPostgres(dataFolder);
    // Another command's server goes away with that command; only the product's can be shared.
    if (running && !running.purpose.startsWith('uptake ')) {
      return { ...common, databaseUrl: running.url, close: () => Promise.resolve() };
    }
    try {
      const server = await startEmbeddedPostgres({ dataFolder, purpose });
      return { ...common, databaseUrl: server.url, close: () => server.stop() };
    } catch (error) {
      if (!(error instanceof DataFolderInUseError)) throw error;
      if (!hasSaidSo) console.error('Waiting for another command on this data folder ...');
      await sleep(pauseMs);
    }
  }
}
