import { UnstyledButton } from '@mantine/core';
import { DateText, Reference } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { shownReference } from '../../../components/item-address.js';
import type { NotificationGroup } from '../hooks/group-by-item.js';
import { NotificationText } from './notification-text.js';
import classes from './inbox.module.css';

export interface InboxListProps {
  groups: readonly NotificationGroup[];
  current: string | undefined;
  onChoose: (key: string) => void;
  /** Enter on the entry that is being read. */
  onOpen: () => void;
}

export function InboxList({ groups, current, onChoose, onOpen }: InboxListProps) {
  const { t } = useTranslation(['inbox', 'common']);
  return (
    <ul className={classes.list} aria-label={t('title')}>
      {groups.map(({ key, item, latest, notifications, unread }) => (
        <li key={key}>
          <UnstyledButton
            className={classes.entry}
            aria-current={key === current || undefined}
            data-unread={unread.length > 0 || undefined}
            data-inbox-key={key}
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
              <span className={classes.chip} data-tone={latest.reason === 'decision_needed' ? 'waiting' : 'neutral'}>
                {t(`reason.${latest.reason}`)}
              </span>
              {notifications.length > 1 ? <span>{t('several', { count: notifications.length })}</span> : null}
              {unread.length > 0 ? <span className={classes.unread}>{t('unread')}</span> : null}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
