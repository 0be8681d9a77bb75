import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { keepSecret } from '@uptake/platform/embedded-postgres';

/** APP_SECRET when given, else the one made once and kept in the data folder. */
export function appSecretOf(dataFolder: string): string {
  return (
    process.env['APP_SECRET'] ||
    keepSecret(path.join(dataFolder, 'app-secret'), () => randomBytes(32).toString('base64url'))
  );
}
