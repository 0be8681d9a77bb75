import { Injectable } from '@nestjs/common';
import type { JobPayload } from '@uptake/contracts';
import type { JobHandler } from '@uptake/platform';
import { TellAudience } from './tell-audience.js';

/** From an event to those it concerns; what reaches them takes its own small job. */
@Injectable()
export class RouteEventJob implements JobHandler<'route-event'> {
  readonly job = 'route-event';
  readonly concurrency = 4;

  constructor(private readonly tellAudience: TellAudience) {}

  handle({ workspaceId, eventId }: JobPayload<'route-event'>): Promise<void> {
    return this.tellAudience.execute(workspaceId, eventId);
  }
}
