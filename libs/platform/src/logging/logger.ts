import { type DestinationStream, type Logger as Pino, type LoggerOptions, pino } from 'pino';

export type Logger = Pino;
export const LOGGER = Symbol('LOGGER');

/** JSON lines on standard output, or wherever given. Secrets and personal words never reach a log: these paths are cut out wherever they appear. */
export function createLogger(level: string, process: string, destination?: DestinationStream): Logger {
  const settings: LoggerOptions = {
    level,
    base: { process },
    redact: {
      paths: [
        'req.headers.cookie',
        'req.headers.authorization',
        '*.password',
        '*.token',
        '*.secret',
        'err.query',
        'err.parameters',
        'err.driverError',
      ],
      remove: true,
    },
  };
  return destination ? pino(settings, destination) : pino(settings);
}
