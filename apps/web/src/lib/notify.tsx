import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import i18next from 'i18next';

const close = () => ({ 'aria-label': i18next.t('common:actions.close') });

/** A short word at the edge of the screen; said aloud by screen readers. Text comes from the catalogue of the caller. */
export const notify = {
  done: (message: string): void =>
    void notifications.show({
      message,
      icon: <IconCircleCheck size={20} />,
      color: 'ink',
      autoClose: 5_000,
      closeButtonProps: close(),
    }),
  failed: (message: string): void =>
    void notifications.show({
      message,
      icon: <IconAlertTriangle size={20} />,
      color: 'red',
      autoClose: 10_000,
      closeButtonProps: close(),
    }),
};
