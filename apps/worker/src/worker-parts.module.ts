import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { JobQueue as Queue, Mailer as MailerPort, PlatformParts } from '@uptake/platform';
import { JobQueue, Mailer } from '@uptake/platform';
import type { Database } from '@uptake/persistence';

export interface WorkerParts extends PlatformParts {
  systemDatabase: Database;
  queue: Queue;
  mailer: MailerPort;
}

/** What only the worker has beside the platform: the queue and the way out for mails. */
@Global()
@Module({})
export class WorkerPartsModule {
  static with({ queue, mailer }: WorkerParts): DynamicModule {
    const parts = [
      { provide: JobQueue, useValue: queue },
      { provide: Mailer, useValue: mailer },
    ];
    return { module: WorkerPartsModule, providers: parts, exports: parts.map(({ provide }) => provide) };
  }
}
