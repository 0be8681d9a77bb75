import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type PlatformParts, createHttpApp } from '@uptake/platform';
import { AppModule } from './app.module.js';

/** The whole HTTP application, not yet listening; used by main and by tests. */
export async function createApi(parts: PlatformParts): Promise<NestFastifyApplication> {
  return createHttpApp(AppModule.with(parts), parts.environment);
}
