import type { Logger } from '../logging/logger.js';

/**
 * Runs `stop` once, when the process is asked to end or its starter is gone, and ends with 0 after it. By handlers of
 * our own: the first process of a container is sent signals that do nothing by default.
 */
export function stopWhenAsked(logger: Logger, stop: () => Promise<void>): void {
  let isStopping = false;
  const end = async (why: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ why }, 'stopping');
    await stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal));
  // there is a channel to it where `npm start` has started us
  process.on('disconnect', () => void end('disconnect'));
}
