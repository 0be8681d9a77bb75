export { chooseDataFolder, keepSecret } from './data-folder.js';
export { DataFolderInUseError, EmbeddedPostgresError } from './embedded-postgres.errors.js';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from './start-embedded-postgres.js';
