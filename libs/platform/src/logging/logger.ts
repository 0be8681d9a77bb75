import { type Logger as Pino, pino } from 'pino';

export type Logger = Pino;
export const LOGGER = Symbol('LOGGER');

/** JSON lines on standard output. Secrets and personal words never reach a log: these paths are cut out wherever they appear. */
export function createLogger(level: string, process: string): Logger {
  return pino({
    level,
    base: { process },
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*.secret', 'err.query', 'err.parameters', 'err.driverError'], remove: true },
  });
}
