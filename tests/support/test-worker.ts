import { type RunningWorker, createWorker } from '@uptake/worker';
import { openDatabase } from '@uptake/persistence';
import { type Mailer, createLogger, parseEnvironment } from '@uptake/platform';
import type { TestApi } from './test-api.js';

export interface TestWorkerSettings {
  mailer?: Mailer;
  /** Beside what the API under test has. */
  variables?: Record<string, string>;
}

/** The real worker beside an API under test: the same database, the same clock. Stop it before the API. */
export async function startTestWorker(
  api: TestApi,
  { mailer, variables = {} }: TestWorkerSettings = {},
): Promise<RunningWorker> {
  const { ownerUrl, appSecret, clock, storageDir } = api;
  const environment = parseEnvironment({
    NODE_ENV: 'test',
    APP_SECRET: appSecret,
    DATABASE_URL: ownerUrl,
    STORAGE_DIR: storageDir,
    PUBLIC_URL: 'https://uptake.example.org',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
    ...variables,
  });
  const common = { ownerUrl, appSecret, poolSize: 8 };
  const database = await openDatabase({ ...common, as: 'app' });
  const systemDatabase = await openDatabase({ ...common, as: 'system' });
  return createWorker({
    environment,
    logger: createLogger(environment.LOG_LEVEL, 'test-worker'),
    database,
    systemDatabase,
    clock,
    ...(mailer ? { mailer } : {}),
  });
}
