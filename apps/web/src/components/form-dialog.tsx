import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './use-problem-text.js';

export interface FormDialogProps {
  opened: boolean;
  title: string;
  submitLabel: string;
  pending: boolean;
  error: Error | null;
  onClose: () => void;
  onSubmit: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
}

/** A form over the page: the refusal above its fields, its two buttons below. */
export function FormDialog(props: FormDialogProps) {
  const { opened, title, submitLabel, pending, error, onClose, onSubmit, children } = props;
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <form noValidate onSubmit={onSubmit}>
        <Stack gap="md">
          {error ? (
            <Alert color="red" variant="light" role="alert">
              {textOf(error)}
            </Alert>
          ) : null}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
