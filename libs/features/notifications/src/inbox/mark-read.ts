import { Injectable } from '@nestjs/common';
import type { ReadMark } from '@uptake/contracts';
import { NotificationRepository } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class MarkRead {
  constructor(private readonly notifications: NotificationRepository) {}

  /** What is read already stays as read when it was; ids that are nobody's or another's change nothing. */
  execute(scope: Scope, mark: ReadMark): Promise<void> {
    return scope.transaction((tx) => this.notifications.markRead(tx, scope.user.id, mark, scope.now()));
  }
}
