import type { Notification } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';

/** What happened, as a sentence; a type this build does not know is still told as a change. */
export function NotificationText({ notification: { type, actor } }: { notification: Notification }) {
  const { t } = useTranslation(['inbox', 'common']);
  const name = actor?.name ?? t('system');
  return <>{t(`event.${type as 'task.created'}`, { name, defaultValue: t('event.other', { name }) })}</>;
}
