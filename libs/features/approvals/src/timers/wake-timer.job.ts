import { Injectable } from '@nestjs/common';
import type { JobPayload } from '@uptake/contracts';
import type { JobHandler } from '@uptake/platform';
import { Tick } from './tick.js';

/** The queue's alarm clock. One that rings early (the clock has jumped back) is let be: the sweep finds the timer when it is due. */
@Injectable()
export class WakeTimerJob implements JobHandler<'wake-timer'> {
  readonly job = 'wake-timer';
  readonly concurrency = 2;

  constructor(private readonly tick: Tick) {}

  async handle({ workspaceId, timerId }: JobPayload<'wake-timer'>): Promise<void> {
    await this.tick.execute(workspaceId, timerId);
  }
}
