import { openDatabase } from '@uptake/persistence';
import { createLogger, environmentOrExit, stopWhenAsked } from '@uptake/platform';
import { createWorker } from './create-worker.js';

const environment = environmentOrExit();
const logger = createLogger(environment.LOG_LEVEL, 'worker');
const common = {
  ownerUrl: environment.DATABASE_URL,
  appSecret: environment.APP_SECRET,
  applicationName: 'uptake-worker',
};
// as many as jobs and loops can use at once; the queue has its own
const database = await openDatabase({ ...common, as: 'app', poolSize: Math.min(environment.DATABASE_POOL, 6) });
const systemDatabase = await openDatabase({
  ...common,
  as: 'system',
  poolSize: Math.min(environment.DATABASE_POOL, 14),
});
const worker = await createWorker({ environment, logger, database, systemDatabase });
logger.info(
  { queue: environment.REDIS_URL ? 'redis' : 'postgres', mail: environment.SMTP_URL ? 'smtp' : 'kept' },
  'working',
);

stopWhenAsked(logger, () => worker.stop());
