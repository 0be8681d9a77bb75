import { Button, Group, Text, TextInput } from '@mantine/core';
import type { Evidence } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../use-problem-text.js';
import type { useAddEvidence } from './add-evidence.js';

interface EvidenceLinkFieldsProps {
  link: ReturnType<typeof useAddEvidence>['link'];
  onAdded: (evidence: Evidence) => void;
}

/** A link as evidence; not a form of its own, because it stands inside of one. */
export function EvidenceLinkFields({ link, onAdded }: EvidenceLinkFieldsProps) {
  const { t } = useTranslation(['submissions', 'common']);
  const textOf = useProblemText();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const given = title.trim() !== '' && url.trim() !== '';
  const add = (): void => {
    if (!given) return;
    link.mutate(
      { title: title.trim(), url: url.trim() },
      {
        onSuccess: (evidence) => {
          onAdded(evidence);
          setTitle('');
          setUrl('');
        },
      },
    );
  };
  return (
    <>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          label={t('linkTitle')}
          flex={1}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t('linkUrl')}
          type="url"
          dir="ltr"
          flex={1}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" disabled={!given} loading={link.isPending} onClick={add}>
          {t('addLink')}
        </Button>
      </Group>
      {link.error ? (
        <Text size="sm" c="red" role="alert">
          {textOf(link.error)}
        </Text>
      ) : null}
    </>
  );
}
