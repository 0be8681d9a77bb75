import path from 'node:path';
import { appSecretOf } from '../surroundings/app-secret.js';
import { workspaceRoot } from '../workspace-root.js';

/** The variables of the product's processes: what the caller has set, and what a start on one machine implies. */
export function productEnvironment(dataFolder: string, databaseUrl: string, port: number): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    STORAGE_DIR: path.join(dataFolder, 'files'),
    WEB_ROOT: path.join(workspaceRoot, 'apps', 'web', 'dist'),
    ...process.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    APP_SECRET: appSecretOf(dataFolder),
  };
}
