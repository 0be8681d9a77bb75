import 'reflect-metadata';
import { openDatabase } from '@uptake/persistence';
import { createLogger, parseEnvironment } from '@uptake/platform';
import { createApi } from './create-api.js';

const environment = parseEnvironment(process.env);
const logger = createLogger(environment.LOG_LEVEL, 'api');
const database = await openDatabase({ ownerUrl: environment.DATABASE_URL, appSecret: environment.APP_SECRET, as: 'app', poolSize: environment.DATABASE_POOL, applicationName: 'uptake-api' });
const app = await createApi({ environment, logger, database });
await app.listen(environment.PORT, environment.HOST);
logger.info({ port: environment.PORT }, 'listening');
// started by `npm start`: when the starter is gone, so are we
process.on('disconnect', () => void app.close().then(() => process.exit(0)));
