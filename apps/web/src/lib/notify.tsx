import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';

/** A short word at the edge of the screen; said aloud by screen readers. Text comes from the catalogue of the caller. */
export const notify = {
  done: (message: string): void =>
    void notifications.show({ message, icon: <IconCircleCheck size={20} />, color: 'ink', autoClose: 5_000 }),
  failed: (message: string): void =>
    void notifications.show({ message, icon: <IconAlertTriangle size={20} />, color: 'red', autoClose: 10_000 }),
};
