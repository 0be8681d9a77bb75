import { readArguments, readNumber } from '../read-arguments.js';

export interface StartOptions {
  readonly port: number;
  /** As given; relative to where npm was called. */
  readonly dataFolder: string | undefined;
  readonly hasDemo: boolean;
}

export const startUsage = `Usage: npm start [-- --port N] [--data DIR] [--no-demo]

  --port N    where the web and the API answer (3000, or PORT)
  --data DIR  the folder for database, files and secrets (.data in the checkout)
  --no-demo   no demonstration workspace on the first start

DATABASE_URL and REDIS_URL replace the embedded parts.`;

export function readStartOptions(args: string[]): StartOptions {
  const { values } = readArguments({
    args,
    options: { port: { type: 'string' }, data: { type: 'string' }, 'no-demo': { type: 'boolean', default: false } },
  });
  const port = readNumber('--port', values.port ?? (process.env['PORT'] || '3000'), 1);
  return { port, dataFolder: values.data, hasDemo: !values['no-demo'] };
}
