import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Brief, Passage } from '@uptake/contracts';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useConfirmBrief } from '../api/confirm-brief.js';

/** Says what the confirmation will make before it makes it. */
export function ConfirmBrief({ brief, passages }: { brief: Brief; passages: readonly Passage[] }) {
  const { t } = useTranslation(['briefs', 'common']);
  const textOf = useProblemText();
  const { slug, ability } = useWorkspace();
  const confirm = useConfirmBrief(slug, brief.id);
  const [open, setOpen] = useState(false);
  const count = (kind: Passage['kind']): number => passages.filter((one) => one.kind === kind).length;
  const close = (): void => {
    confirm.reset();
    setOpen(false);
  };
  return (
    <>
      <ActionButton
        ability={ability('briefs.confirm')}
        leftSection={<IconCheck size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('confirm')}
      </ActionButton>
      <Modal opened={open} onClose={close} title={t('confirm')}>
        <Stack gap="sm">
          <Text size="sm">{t('confirmText')}</Text>
          <ul>
            <li>{t('counted.recommendation', { count: count('recommendation') })}</li>
            <li>{t('counted.issue', { count: count('issue') })}</li>
            <li>{t('counted.interest', { count: count('interest') })}</li>
          </ul>
          {confirm.error ? (
            <Alert color="red" role="alert">
              {textOf(confirm.error)}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:actions.cancel')}
            </Button>
            <Button
              loading={confirm.isPending}
              onClick={() =>
                confirm.mutate(brief.version, {
                  onSuccess: () => {
                    close();
                    notify.done(t('confirmed'));
                  },
                })
              }
            >
              {t('common:actions.confirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
