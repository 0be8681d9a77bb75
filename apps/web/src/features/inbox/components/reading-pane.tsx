import { Button, Group } from '@mantine/core';
import { IconBell, IconMailOpened } from '@tabler/icons-react';
import { Timeline } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { itemAddress, reviewAddress } from '../../../components/item-address.js';
import { ItemLink } from '../../../components/item-link.js';
import { ButtonLink } from '../../../components/links.js';
import type { NotificationGroup } from '../hooks/group-by-item.js';
import { NotificationText } from './notification-text.js';
import classes from './inbox.module.css';

export interface ReadingPaneProps {
  workspace: string;
  group: NotificationGroup;
  marking: boolean;
  onRead: () => void;
  onClose: () => void;
}

/** Where a group leads: to the decision it asks for, else to its item. */
export function addressOfGroup(workspace: string, { item, latest }: NotificationGroup): string | undefined {
  if (latest.approvalId) return reviewAddress(workspace, latest.approvalId);
  return item ? itemAddress(workspace, item) : undefined;
}

export function ReadingPane({ workspace, group, marking, onRead, onClose }: ReadingPaneProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const { item, latest, notifications, unread } = group;
  const address = addressOfGroup(workspace, group);
  return (
    <article className={classes.pane} aria-label={item?.title ?? t('workspaceNews')}>
      <Button className={classes.back} variant="subtle" size="xs" onClick={onClose}>
        {t('common:actions.back')}
      </Button>
      <h2 className={classes.paneTitle}>
        {item ? <ItemLink workspace={workspace} item={item} /> : t('workspaceNews')}
      </h2>
      <p className={classes.why}>{t(`why.${latest.reason}`, { principal: latest.actingFor?.name ?? t('system') })}</p>
      <Group gap="sm" mb="lg">
        {address ? (
          <ButtonLink to={address as '/'} onClick={onRead}>
            {latest.approvalId ? t('review') : t('openItem')}
          </ButtonLink>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconMailOpened size={16} aria-hidden="true" />}
          disabled={unread.length === 0}
          loading={marking}
          onClick={onRead}
        >
          {t('markRead')}
        </Button>
      </Group>
      <Timeline
        label={t('whatHappened')}
        entries={notifications.map((one) => ({
          id: one.id,
          icon: IconBell,
          tone: one.readAt ? 'neutral' : 'active',
          title: <NotificationText notification={one} />,
          at: one.at,
        }))}
      />
    </article>
  );
}
