import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveEvent } from '@uptake/contracts';
import type { StreamRepository, StreamedEvent } from '@uptake/persistence';
import type { EventConnection, EventFrame, WorkspaceScope } from '@uptake/platform';

/** A revoked session, a lost role and a signal that was missed are noticed within this time, whatever happens. */
const LOOK_EVERY_MS = 2_000;
const HEARTBEAT_LOOKS = 7;
/** Growths that follow each other closely are read together; many followers share what the database gives. */
const SHORTEST_PAUSE_MS = 50;
const PAUSE_PER_FOLLOWER_MS = 4;

/** One client behind the stream. Each look is one statement as this member, in which row security hides what they may not see. */
export class StreamFollower {
  private hasGrown = false;
  private endPause: (() => void) | undefined;
  private quietLooks = 0;
  /** The place the client knows. */
  private told = -1;

  constructor(
    private readonly stream: StreamRepository,
    private readonly scope: WorkspaceScope,
    private readonly connection: EventConnection,
    private place: number,
    private readonly followers: () => number,
  ) {
    connection.onEnd(() => this.endPause?.());
  }

  get userId(): string {
    return this.scope.user.id;
  }

  wake(): void {
    this.hasGrown = true;
    this.endPause?.();
  }

  end(): void {
    this.connection.end();
    this.endPause?.();
  }

  /** Resolves when the client has gone or may not follow any more. */
  async follow(isReset: boolean): Promise<void> {
    await this.send(
      isReset
        ? [
            {
              id: this.place,
              event: 'reset',
              data: {
                id: String(this.place),
                type: 'reset',
                itemId: null,
                at: this.scope.now().toISOString(),
              } satisfies LiveEvent,
            },
          ]
        : [{ id: this.place }],
    );
    while (!this.connection.isEnded) {
      this.hasGrown = false;
      const batch = await this.stream.after(this.scope.read, this.reader, this.place, this.scope.now());
      // with other roles one sees other items: the client comes back and is asked who it is
      if (!batch || !isSame(batch.roles, this.scope.roles)) return;
      await this.tell(batch.events);
      await sleep(Math.max(SHORTEST_PAUSE_MS, this.followers() * PAUSE_PER_FOLLOWER_MS));
      if (!this.hasGrown && batch.events.length === 0) await this.pause();
    }
  }

  private get reader() {
    const { entry, member } = this.scope;
    if (!entry) throw new Error('A stream is followed by a session or a token');
    return { memberId: member.memberId, via: entry.via, entryId: entry.id };
  }

  private async tell(events: readonly StreamedEvent[]): Promise<void> {
    const visible = events.filter(({ isVisible }) => isVisible);
    this.place = events.at(-1)?.sequence ?? this.place;
    this.quietLooks = visible.length > 0 ? 0 : this.quietLooks + 1;
    // a heartbeat also moves the client past what it may not know of, at a time that tells nothing of when that happened
    if (this.quietLooks >= HEARTBEAT_LOOKS) {
      this.quietLooks = 0;
      return this.send([this.told === this.place ? {} : { id: this.place }]);
    }
    await this.send(visible.map(frameOf));
  }

  private async send(frames: readonly EventFrame[]): Promise<void> {
    this.told = frames.at(-1)?.id ?? this.told;
    await this.connection.send(frames);
  }

  private pause(): Promise<void> {
    if (this.connection.isEnded) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function frameOf({ sequence, type, itemId, at }: StreamedEvent): EventFrame {
  const shown = type === 'notification.created' ? 'notification' : type;
  return {
    id: sequence,
    event: shown,
    data: { id: String(sequence), type: shown, itemId, at: at.toISOString() } satisfies LiveEvent,
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));
