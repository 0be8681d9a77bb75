import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { StreamRepository } from '@uptake/persistence';
import { type EventConnection, LOGGER, type Logger, StreamSignal, type WorkspaceScope } from '@uptake/platform';
import { startOf } from './stream-start.js';
import { StreamFollower } from './stream-follower.js';

/** Many tabs of one person are fine; a client that opens streams without end is not. */
const MOST_OF_ONE_PERSON = 20;

/** The open streams of this process. */
@Injectable()
export class FollowStream implements OnModuleDestroy {
  private readonly open = new Set<StreamFollower>();

  constructor(
    private readonly stream: StreamRepository,
    private readonly signal: StreamSignal,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Sends what happens in the workspace, as far as this person may know of it, from behind `lastEventId` on, until they go or
   * lose the right. `connect` is called once nothing can be refused any more. `too_many_requests` for too many streams at once.
   */
  async execute(scope: WorkspaceScope, lastEventId: string | undefined, connect: () => EventConnection): Promise<void> {
    if ([...this.open].filter(({ userId }) => userId === scope.user.id).length >= MOST_OF_ONE_PERSON)
      throw new DomainError('too_many_requests', { detail: 'Too many open streams', retryAfter: 30 });
    const start = await startOf(this.stream, scope.read, lastEventId);
    const follower = new StreamFollower(this.stream, scope, connect(), start.place, () => this.open.size);
    this.open.add(follower);
    const unsubscribe = this.signal.subscribe(scope.workspace.id, () => follower.wake());
    try {
      await follower.follow(start.isReset);
    } catch (error) {
      this.logger.warn({ err: error, requestId: scope.correlation }, 'a live stream broke off; its client comes back');
    } finally {
      unsubscribe();
      this.open.delete(follower);
      follower.end();
    }
  }

  /** An open stream must not hold a shutdown. */
  onModuleDestroy(): void {
    for (const follower of this.open) follower.end();
  }
}
