import { openDatabase } from '@uptake/persistence';
import { ConfigurationError, type Environment, createLogger, parseEnvironment } from '@uptake/platform';
import { createWorker } from './create-worker.js';

function environmentOrExit(): Environment {
  try {
    return parseEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

const environment = environmentOrExit();
const logger = createLogger(environment.LOG_LEVEL, 'worker');
const common = { ownerUrl: environment.DATABASE_URL, appSecret: environment.APP_SECRET, poolSize: environment.DATABASE_POOL, applicationName: 'uptake-worker' };
const database = await openDatabase({ ...common, as: 'app' });
const systemDatabase = await openDatabase({ ...common, as: 'system' });
const worker = await createWorker({ environment, logger, database, systemDatabase });
logger.info({ queue: environment.REDIS_URL ? 'redis' : 'postgres', mail: environment.SMTP_URL ? 'smtp' : 'kept' }, 'working');

let stopping = false;
async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ why }, 'stopping');
  await worker.stop();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
// started by `npm start`: when the starter is gone, so are we
process.on('disconnect', () => void stop('disconnect'));
