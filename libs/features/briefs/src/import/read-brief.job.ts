import { Injectable } from '@nestjs/common';
import type { JobPayload } from '@uptake/contracts';
import { BriefRepository, Database, journal, systemContext } from '@uptake/persistence';
import { Clock, type JobHandler } from '@uptake/platform';
import { keepFindings } from './keep-findings.js';

/** Reads a long brief behind the request. Delivered twice, it finds the second time that the brief is no longer waiting. */
@Injectable()
export class ReadBriefJob implements JobHandler<'read-brief'> {
  readonly job = 'read-brief';
  readonly concurrency = 1;
  readonly attempts = 3;

  constructor(
    private readonly database: Database,
    private readonly briefs: BriefRepository,
    private readonly clock: Clock,
  ) {}

  async handle({ workspaceId, briefId }: JobPayload<'read-brief'>): Promise<void> {
    await this.database.transaction(systemContext(workspaceId), async (tx) => {
      const brief = await this.briefs.lock(tx, briefId);
      if (brief.status !== 'extracting') return;
      await keepFindings(
        tx,
        this.briefs,
        { id: brief.id, text: brief.text, title: null, fallback: brief.title },
        this.actor(briefId),
      );
    });
  }

  /** The brief itself says that it could not be read; nothing else is touched. */
  async gaveUp({ workspaceId, briefId }: JobPayload<'read-brief'>, reason: string): Promise<void> {
    await this.database.transaction(systemContext(workspaceId), async (tx) => {
      const actor = this.actor(briefId);
      await this.briefs.markFailed(tx, briefId, reason, actor.at);
      await journal(tx, [
        { ...actor, type: 'brief.failed', subject: { kind: 'brief', id: briefId }, personal: { reason } },
      ]);
    });
  }

  private actor(briefId: string): { actorId: null; at: Date; correlation: string } {
    return { actorId: null, at: this.clock.now(), correlation: `read-brief:${briefId}` };
  }
}
