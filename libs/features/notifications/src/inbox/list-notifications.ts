import { Injectable } from '@nestjs/common';
import type { Notification, NotificationListQuery, NotificationPage } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { NotificationRepository } from '@uptake/persistence';
import type { Scope, WorkspaceScope } from '@uptake/platform';
import { cursorOf, placeOf } from './inbox-cursor.js';
import { presentNotification } from './notification.presenter.js';
import { OwnWorkspaces } from './own-workspaces.js';

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

@Injectable()
export class ListNotifications {
  constructor(
    private readonly ownWorkspaces: OwnWorkspaces,
    private readonly notifications: NotificationRepository,
  ) {}

  /** Newest first over all of one's workspaces or the one asked for; `unread` counts all of them, whatever page this is. */
  async execute(scope: Scope, query: NotificationListQuery): Promise<NotificationPage> {
    if (query.sort !== undefined && query.sort !== '-at')
      throw new DomainError('invalid_input', {
        errors: [{ path: 'sort', code: 'unknown_field', message: 'Cannot sort by anything but -at' }],
      });
    const behind = query.cursor === undefined ? undefined : placeOf(query.cursor);
    const workspaces = await this.ownWorkspaces.execute(scope, query.workspace);
    const filter = {
      userId: scope.user.id,
      unread: query.unread,
      since: query.updatedSince,
      behind,
      limit: query.limit + 1,
    };
    const [pages, unread, all] = await Promise.all([
      Promise.all(workspaces.map((workspace) => this.page(workspace, filter))),
      Promise.all(workspaces.map((workspace) => this.notifications.unread(workspace.read, scope.user.id))),
      query.count
        ? Promise.all(
            workspaces.map((workspace) =>
              this.notifications.count(workspace.read, scope.user.id, query.unread, query.updatedSince),
            ),
          )
        : undefined,
    ]);
    const merged = pages.flat().sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
    const items = merged.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: last && merged.length > items.length ? cursorOf(last) : null,
      unread: total(unread),
      ...(all ? { total: total(all) } : {}),
    };
  }

  private async page(
    scope: WorkspaceScope,
    filter: Parameters<NotificationRepository['list']>[1],
  ): Promise<Notification[]> {
    return (await this.notifications.list(scope.read, filter)).map((row) => presentNotification(scope.workspace, row));
  }
}
