import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../lib/workspace.js';
import { UnreadCount, useUnreadCount } from './unread-count.js';
import classes from './shell.module.css';

export function NotificationBell() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const count = useUnreadCount();
  return (
    <Link to={`/w/${slug}/inbox` as '/'} className={classes.tool} aria-label={t('shell.bell', { count })}>
      <IconBell size={20} stroke={1.75} aria-hidden="true" />
      <UnreadCount className={classes.bellCount} />
    </Link>
  );
}
