import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { entities } from '../entities/index.js';
import { migrations } from '../migrations/index.js';
import { SnakeCaseNaming } from './snake-case-naming.js';
import { keepDatesAsText } from './type-parsers.js';

export interface ConnectionSettings {
  url: string;
  /** Most connections of this process. */
  poolSize?: number;
  applicationName?: string;
}

/** A TypeORM data source over the pure-JavaScript driver; pg-native would break the one-batch queries. */
export function createDataSource({ url, poolSize = 10, applicationName = 'uptake' }: ConnectionSettings): DataSource {
  keepDatesAsText();
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    namingStrategy: new SnakeCaseNaming(),
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName,
    poolSize,
    extra: { max: poolSize, keepAlive: true, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
  });
}
