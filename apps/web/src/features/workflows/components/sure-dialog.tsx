import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface SureDialogProps {
  title: string;
  text: string;
  /** Of the button that does it. */
  label: string;
  pending: boolean;
  onSure: () => void;
  onClose: () => void;
}

/** Asks once more before what cannot be taken back. */
export function SureDialog({ title, text, label, pending, onSure, onClose }: SureDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('actions.close') }}>
      <Stack gap="md">
        <Text>{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button color="red" loading={pending} onClick={onSure}>
            {label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
