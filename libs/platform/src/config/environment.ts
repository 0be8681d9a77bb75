import { readFileSync } from 'node:fs';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const Variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  APP_SECRET: z.string().min(16, 'APP_SECRET needs at least 16 characters'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must be a postgres:// address'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'REDIS_URL must be a redis:// address')
    .optional(),
  STORAGE_DRIVER: z.enum(['local']).default('local'),
  STORAGE_DIR: z.string().min(1).default('.data/files'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL must be an smtp:// address')
    .optional(),
  MAIL_FROM: z.string().default('Uptake <uptake@localhost>'),
  METRICS_PORT: port.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  UPTAKE_DEMO_PASSWORD: z.string().min(8).optional(),
  TRUST_PROXY: z.stringbool().default(false),
  WEB_ROOT: z.string().optional(),
});

export interface Environment extends Readonly<Omit<z.infer<typeof Variables>, 'PUBLIC_URL'>> {
  /** Where people reach the web, without a trailing slash; decides cookie security and links in mails. */
  readonly PUBLIC_URL: string;
}

/** Every fault of the configuration at once, by the name of its variable. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Parses the environment once, at boot. `NAME_FILE` names a file that holds the secret `NAME`.
 * Throws a ConfigurationError that lists every fault.
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of Object.keys(Variables.shape)) {
    const file = source[`${name}_FILE`];
    if (file) {
      try {
        values[name] = readFileSync(file, 'utf8').trim();
      } catch {
        faults.push(`${name}_FILE: ${file} cannot be read`);
      }
    } else if (source[name] !== undefined && source[name] !== '') values[name] = source[name];
  }
  const parsed = Variables.safeParse(values);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  if (faults.length > 0 || !parsed.success)
    throw new ConfigurationError(`The configuration has faults:\n  ${faults.join('\n  ')}`);
  const publicUrl = (parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`).replace(/\/+$/, '');
  return Object.freeze({ ...parsed.data, PUBLIC_URL: publicUrl });
}

export const ENVIRONMENT = Symbol('ENVIRONMENT');
