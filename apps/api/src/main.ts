import 'reflect-metadata';
import { openDatabase } from '@uptake/persistence';
import { Metrics, MetricsServer, closeHttpApp, createLogger, environmentOrExit, stopWhenAsked } from '@uptake/platform';
import { apiMeasures } from './api-measures.js';
import { createApi } from './create-api.js';

const environment = environmentOrExit();
const logger = createLogger(environment.LOG_LEVEL, 'api');
const database = await openDatabase({
  ownerUrl: environment.DATABASE_URL,
  appSecret: environment.APP_SECRET,
  as: 'app',
  poolSize: environment.DATABASE_POOL,
  applicationName: 'uptake-api',
});
const app = await createApi({ environment, logger, database });
await app.listen(environment.PORT, environment.HOST);
if (environment.METRICS_PORT !== undefined) {
  const metrics = new Metrics('api', apiMeasures(database));
  await MetricsServer.open({
    port: environment.METRICS_PORT,
    host: environment.HOST,
    logger,
    metrics,
    isReady: () => database.ping(),
  });
}
logger.info({ port: environment.PORT }, 'listening');
stopWhenAsked(logger, () => closeHttpApp(app));
