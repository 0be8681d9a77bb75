import { UnstyledButton } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { DateText, Reference } from '@uptake/ui';
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { shownReference } from '../../../components/item-address.js';
import type { NotificationGroup } from '../hooks/group-by-item.js';
import { NotificationText } from './notification-text.js';
import classes from './inbox.module.css';

export interface InboxListHandle {
  /** Brings the entry into view and gives it the focus. */
  focus: (index: number) => void;
}

export interface InboxListProps {
  groups: readonly NotificationGroup[];
  current: string | undefined;
  onChoose: (key: string) => void;
  /** Enter on the entry that is being read. */
  onOpen: () => void;
  /** Called as the last entries come near. */
  more: { hasMore: boolean; loading: boolean; load: () => void };
  handle: Ref<InboxListHandle>;
}

const entryHeight = 84;

/** Scrolls with the page; only the entries near the view stand in the document, however many there are. */
export function InboxList({ groups, current, onChoose, onOpen, more, handle }: InboxListProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = list.current?.getBoundingClientRect();
    if (place) setTop(place.top + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: groups.length,
    estimateSize: () => entryHeight,
    // A new function would have every entry measured again.
    getItemKey: useCallback((index: number) => groups[index]?.key ?? index, [groups]),
    overscan: 8,
    scrollMargin: top,
  });
  useImperativeHandle(
    handle,
    () => ({
      focus: (index) => {
        virtualizer.scrollToIndex(index, { align: 'auto' });
        // The entry may have to be drawn first.
        requestAnimationFrame(() =>
          list.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`)?.focus(),
        );
      },
    }),
    [virtualizer],
  );
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (more.hasMore && !more.loading && lastShown >= groups.length - 15) more.load();
  }, [more, lastShown, groups.length]);
  const above = (items[0]?.start ?? top) - top;
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
  return (
    <>
      <ul
        ref={list}
        className={classes.list}
        aria-label={t('title')}
        style={{ paddingBlock: `${above}px ${Math.max(0, below)}px` }}
      >
        {items.map(({ index }) => {
          const shown = groups[index];
          if (!shown) return null;
          const { key, item, latest, notifications, unread } = shown;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={more.hasMore ? -1 : groups.length}
            >
              <UnstyledButton
                className={classes.entry}
                aria-current={key === current || undefined}
                data-unread={unread.length > 0 || undefined}
                // A press of a key is a click without a count.
                onClick={(event) => (key === current && event.detail === 0 ? onOpen() : onChoose(key))}
              >
                <span className={classes.entryHead}>
                  <span className={classes.entryTitle} dir="auto">
                    {item ? (
                      <>
                        <Reference>{shownReference(item)}</Reference> {item.title}
                      </>
                    ) : (
                      t('workspaceNews')
                    )}
                  </span>
                  <DateText value={latest.at} format="short" />
                </span>
                <span className={classes.entryText}>
                  <NotificationText notification={latest} />
                </span>
                <span className={classes.entryFoot}>
                  <span
                    className={classes.chip}
                    data-tone={latest.reason === 'decision_needed' ? 'waiting' : 'neutral'}
                  >
                    {t(`reason.${latest.reason}`)}
                  </span>
                  {notifications.length > 1 ? <span>{t('several', { count: notifications.length })}</span> : null}
                  {unread.length > 0 ? <span className={classes.unread}>{t('unread')}</span> : null}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      {more.loading ? (
        <p className={classes.more} role="status">
          {t('common:states.loadingMore')}
        </p>
      ) : null}
    </>
  );
}
