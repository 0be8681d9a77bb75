import { Button, Switch } from '@mantine/core';
import { IconArrowUp, IconInbox } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { Notification } from '@uptake/contracts';
import { EmptyState, ListSkeleton, PageHeader } from '@uptake/ui';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { useKeys } from '../../../lib/keys/use-keys.js';
import { notify } from '../../../lib/notify.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { notificationsQuery } from '../api/list-notifications.js';
import { useMarkRead } from '../api/mark-read.js';
import { groupByItem, type NotificationGroup } from '../hooks/group-by-item.js';
import { useHeldBack } from '../hooks/use-held-back.js';
import { InboxList, type InboxListHandle } from './inbox-list.js';
import { ReadingPane, addressOfGroup } from './reading-pane.js';
import classes from './inbox.module.css';

export interface InboxSearch {
  /** Key of the group in the reading pane. */
  open?: string | undefined;
  unread?: true | undefined;
}

export function InboxPage({ search, onSearch }: { search: InboxSearch; onSearch: (next: InboxSearch) => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  const { slug } = useWorkspace();
  const { query, more, isReading } = usePaged(notificationsQuery(slug, search.unread));
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <Switch
            label={t('unreadOnly')}
            checked={search.unread === true}
            onChange={(event) => onSearch({ unread: event.currentTarget.checked || undefined })}
          />
        }
      />
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconInbox}
              title={search.unread ? t('nothingUnread') : t('empty')}
              text={t('emptyText')}
            />
          ) : (
            <Inbox
              key={String(search.unread)}
              rows={rows}
              isReading={isReading}
              search={search}
              onSearch={onSearch}
              more={more}
            />
          )
        }
      </QueryState>
    </>
  );
}

interface InboxProps {
  rows: readonly Notification[];
  isReading: boolean;
  search: InboxSearch;
  onSearch: (next: InboxSearch) => void;
  more: { hasMore: boolean; loading: boolean; load: () => void };
}

function Inbox({ rows, isReading, search, onSearch, more }: InboxProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const { slug } = useWorkspace();
  const router = useRouter();
  const textOf = useProblemText();
  const { shown, arrived, release } = useHeldBack(rows, isReading);
  const groups = useMemo(() => groupByItem(shown), [shown]);
  const list = useRef<InboxListHandle>(null);
  const at = groups.findIndex((group) => group.key === search.open);
  const current = groups[at];
  const mark = useMarkRead(slug);
  const choose = (key: string | undefined): void => onSearch({ ...search, open: key });
  const read = (group: NotificationGroup | undefined): void => {
    if (!group || group.unread.length === 0 || mark.isPending) return;
    mark.mutate(group.unread, { onError: (error) => notify.failed(textOf(error)) });
  };
  const move = (step: number): void => {
    const next = groups[Math.min(groups.length - 1, Math.max(0, at + step))];
    if (!next) return;
    choose(next.key);
    list.current?.focus(groups.indexOf(next));
  };
  const open = (): void => {
    const address = current && addressOfGroup(slug, current);
    if (!address) return;
    read(current);
    void router.navigate({ href: address });
  };
  const group = t('common:keys.list');
  useKeys([
    { combo: 'KeyJ', label: t('common:keys.next'), group, run: () => move(1) },
    { combo: 'KeyK', label: t('common:keys.previous'), group, run: () => move(-1) },
    { combo: 'Enter', label: t('common:keys.open'), group, run: open },
    { combo: 'Escape', label: t('common:actions.back'), group, run: () => choose(undefined) },
    { combo: 'KeyE', label: t('markRead'), group, run: () => read(current) },
  ]);
  return (
    <div className={classes.inbox} data-open={current ? true : undefined}>
      <div className={classes.side}>
        <div role="status">
          {arrived.length > 0 ? (
            <Button
              className={classes.pill}
              size="xs"
              radius="xl"
              leftSection={<IconArrowUp size={14} aria-hidden="true" />}
              onClick={release}
            >
              {t('arrived', { count: arrived.length })}
            </Button>
          ) : null}
        </div>
        <InboxList handle={list} groups={groups} current={search.open} onChoose={choose} onOpen={open} more={more} />
      </div>
      {current ? (
        <ReadingPane
          workspace={slug}
          group={current}
          marking={mark.isPending}
          onRead={() => read(current)}
          onClose={() => choose(undefined)}
        />
      ) : (
        <p className={classes.choose}>{t('choose')}</p>
      )}
    </div>
  );
}
