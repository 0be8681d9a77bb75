import type { ItemRef, Notification } from '@uptake/contracts';

export interface NotificationGroup {
  /** Of the item; of the notification itself where it is about none. */
  key: string;
  item: ItemRef | null;
  /** Newest first, never empty. */
  latest: Notification;
  notifications: readonly Notification[];
  unread: readonly string[];
}

/** One entry an item, in the order of its newest notification. */
export function groupByItem(rows: readonly Notification[]): NotificationGroup[] {
  const groups = new Map<string, Notification[]>();
  for (const row of rows) {
    const key = row.item?.id ?? row.id;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].flatMap(([key, notifications]) => {
    const [latest] = notifications;
    if (!latest) return [];
    const unread = notifications.filter((one) => !one.readAt).map((one) => one.id);
    return [{ key, item: latest.item, latest, notifications, unread }];
  });
}
