import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Database } from '@uptake/persistence';
import { Clock, SystemClock } from './clock/clock.js';
import { ENVIRONMENT, type Environment } from './config/environment.js';
import { AuthenticateGuard } from './http/auth/authenticate.guard.js';
import { ProblemFilter } from './http/errors/problem.filter.js';
import { IdempotencyInterceptor } from './http/idempotency/idempotency.interceptor.js';
import { ContractPipe } from './http/openapi/contract.pipe.js';
import { LOGGER, type Logger } from './logging/logger.js';
import { FileStorage } from './storage/file-storage.js';
import { LocalStorage } from './storage/local-storage.js';

/** Database of the role that works over all workspaces: relay, sealer, folder. No request uses it. */
export const SYSTEM_DATABASE = Symbol('SYSTEM_DATABASE');

export interface PlatformParts {
  environment: Environment;
  logger: Logger;
  database: Database;
  /** Absent in a process that serves requests alone. */
  systemDatabase?: Database;
  clock?: Clock;
}

/** The adapters every feature may inject: environment, clock, logger, database; and the HTTP machinery around every route. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    @Inject(SYSTEM_DATABASE) private readonly systemDatabase: Database | null,
  ) {}

  static with({
    environment,
    logger,
    database,
    systemDatabase,
    clock = new SystemClock(),
  }: PlatformParts): DynamicModule {
    const parts = [
      { provide: ENVIRONMENT, useValue: environment },
      { provide: LOGGER, useValue: logger },
      { provide: Database, useValue: database },
      { provide: SYSTEM_DATABASE, useValue: systemDatabase ?? null },
      { provide: Clock, useValue: clock },
      { provide: FileStorage, useValue: new LocalStorage(environment.STORAGE_DIR) },
    ];
    return {
      module: PlatformModule,
      providers: [
        ...parts,
        { provide: APP_GUARD, useClass: AuthenticateGuard },
        { provide: APP_PIPE, useClass: ContractPipe },
        { provide: APP_FILTER, useFactory: (log: Logger) => new ProblemFilter(log), inject: [LOGGER] },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: parts.map((part) => part.provide),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
    await this.systemDatabase?.close();
  }
}
