import { Database, type DatabaseOptions } from '../tenancy/database.js';
import { type ConnectionSettings, createDataSource } from './data-source.js';
import { appRole, systemRole, urlForRole } from './roles.js';

export interface OpenSettings extends DatabaseOptions, Omit<ConnectionSettings, 'url'> {
  ownerUrl: string;
  appSecret: string;
  /** `app` serves people under row security; `system` works over all workspaces (relay, sealer, folder, verifier). */
  as: 'app' | 'system';
}

/** Connects as one of Uptake's own roles; the owner's address is used by migrations alone. */
export async function openDatabase({ ownerUrl, appSecret, as, rewrite, ...rest }: OpenSettings): Promise<Database> {
  const source = createDataSource({
    url: urlForRole(ownerUrl, as === 'app' ? appRole : systemRole, appSecret),
    ...rest,
  });
  await source.initialize();
  return new Database(source, rewrite ? { rewrite } : {});
}
