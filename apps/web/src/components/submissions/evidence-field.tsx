import { ActionIcon, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { acceptedFileTypes, type Evidence } from '@uptake/contracts';
import { IconFile, IconLink, IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../use-problem-text.js';
import { useAddEvidence } from './add-evidence.js';
import { EvidenceLinkFields } from './evidence-link-fields.js';

export interface EvidenceFieldProps {
  workspace: string;
  itemId: string;
  /** What will be handed in, in the order added. */
  value: readonly Evidence[];
  onChange: (change: (before: readonly Evidence[]) => readonly Evidence[]) => void;
}

interface Sending {
  key: string;
  name: string;
  /** Percent, or what went wrong. */
  share: number;
  problem?: string;
}

const accept = Object.keys(acceptedFileTypes)
  .map((extension) => `.${extension}`)
  .join(',');

/** Files and links that go with what is being written; each file tells its own progress and its own failure. */
export function EvidenceField({ workspace, itemId, value, onChange }: EvidenceFieldProps) {
  const { t } = useTranslation(['submissions', 'common']);
  const textOf = useProblemText();
  const { file: sendFile, link } = useAddEvidence(workspace, itemId);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const add = (evidence: Evidence): void => onChange((before) => [...before, evidence]);

  async function send(file: File): Promise<void> {
    const key = crypto.randomUUID();
    const change = (patch: Partial<Sending>): void =>
      setSending((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
    setSending((all) => [...all, { key, name: file.name, share: 0 }]);
    try {
      add(await sendFile.mutateAsync({ file, onProgress: (share) => change({ share: Math.round(share * 100) }) }));
      setSending((all) => all.filter((one) => one.key !== key));
    } catch (error) {
      change({ problem: textOf(error) });
    }
  }

  return (
    <Stack gap="xs" role="group" aria-label={t('evidence')}>
      <Text size="sm" fw={500}>
        {t('evidence')}
      </Text>
      {value.map(({ id, kind, title }) => (
        <Group key={id} gap="xs" wrap="nowrap">
          {kind === 'link' ? <IconLink size={16} aria-hidden="true" /> : <IconFile size={16} aria-hidden="true" />}
          <Text size="sm" dir="auto" flex={1}>
            {title}
          </Text>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('removeEvidence', { name: title })}
            onClick={() => onChange((before) => before.filter((one) => one.id !== id))}
          >
            <IconX size={14} aria-hidden="true" />
          </ActionIcon>
        </Group>
      ))}
      {sending.map(({ key, name, share, problem }) =>
        problem ? (
          <Group key={key} gap="xs" wrap="nowrap" role="alert">
            <Text size="sm" c="red" flex={1}>
              {t('uploadFailed', { name, problem })}
            </Text>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t('removeEvidence', { name })}
              onClick={() => setSending((all) => all.filter((one) => one.key !== key))}
            >
              <IconX size={14} aria-hidden="true" />
            </ActionIcon>
          </Group>
        ) : (
          <Progress.Root key={key} size="lg">
            <Progress.Section value={share} aria-label={t('uploading', { name })} />
          </Progress.Root>
        ),
      )}
      <Group gap="sm">
        <FileButton
          multiple
          accept={accept}
          inputProps={{ 'aria-label': t('addFiles') }}
          onChange={(files) => files.forEach((file) => void send(file))}
        >
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconPaperclip size={14} aria-hidden="true" />}>
              {t('addFiles')}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed">
          {t('dropHint')}
        </Text>
      </Group>
      <EvidenceLinkFields link={link} onAdded={add} />
    </Stack>
  );
}
