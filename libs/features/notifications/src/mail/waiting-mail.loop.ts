import { Inject, Injectable } from '@nestjs/common';
import type { Job } from '@uptake/contracts';
import { type Database, MailRepository, systemContext } from '@uptake/persistence';
import { type BackgroundLoop, Clock, JobQueue, SYSTEM_DATABASE } from '@uptake/platform';

// those whose job came with them have been sent by then, unless the job was lost
const LOST_AFTER_MS = 15_000;

/** Queues the mails that transactions left worded, and again those whose job was lost: a job that is there stays the one. */
@Injectable()
export class WaitingMailLoop implements BackgroundLoop {
  readonly name = 'waiting-mail';
  readonly everyMs = 1_000;

  constructor(
    private readonly mails: MailRepository,
    @Inject(SYSTEM_DATABASE) private readonly system: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - LOST_AFTER_MS);
    const waiting = await this.mails.waiting(this.system.reader(systemContext()), before);
    await this.queue.add(
      waiting.map(({ workspaceId, id, kind }): Job =>
        kind === 'message'
          ? { name: 'send-message', id, payload: { workspaceId, messageId: id } }
          : { name: 'send-mail', id, payload: { workspaceId, deliveryId: id } },
      ),
    );
  }
}
