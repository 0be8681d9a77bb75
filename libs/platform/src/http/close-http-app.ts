import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** As long as an answer may take once we are asked to stop: an orchestrator kills what has not ended after half a minute. */
export const ANSWERS_WITHIN_MS = 15_000;

/** Takes no more requests, answers those that are under way, and cuts off what is still open after that. */
export async function closeHttpApp(app: NestFastifyApplication, withinMs = ANSWERS_WITHIN_MS): Promise<void> {
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), withinMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
