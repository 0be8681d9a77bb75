import { Button, Group, Modal, Progress, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../components/use-problem-text.js';
import { AnchorLink } from '../../../components/links.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useImportBrief } from '../api/import-brief.js';
import { BriefDropZone } from './brief-drop-zone.js';

interface ImportBriefProps {
  opened: boolean;
  onClose: () => void;
  /** The one brief that came in; with several files the list says what became of each. */
  onImported: (id: string) => void;
}

interface FileState {
  key: string;
  name: string;
  percent: number;
  id?: string;
  problem?: string;
}

/** *Import a brief*: text files dropped or chosen, or words pasted. */
export function ImportBrief({ opened, onClose, onImported }: ImportBriefProps) {
  const { t } = useTranslation(['briefs', 'common']);
  const textOf = useProblemText();
  const { slug } = useWorkspace();
  const send = useImportBrief(slug);
  const paste = useImportBrief(slug);
  const [files, setFiles] = useState<readonly FileState[]>([]);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const finish = (id: string): void => {
    setFiles([]);
    setTitle('');
    setText('');
    onClose();
    onImported(id);
  };

  async function take(taken: readonly File[]): Promise<void> {
    const states = taken.map((file) => ({ file, key: crypto.randomUUID() }));
    setFiles((before) => [...before, ...states.map(({ file, key }) => ({ key, name: file.name, percent: 0 }))]);
    const change = (key: string, patch: Partial<FileState>): void =>
      setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
    for (const { file, key } of states) {
      try {
        const { id } = await send.mutateAsync({
          file,
          onProgress: (share) => change(key, { percent: Math.round(share * 100) }),
        });
        if (taken.length === 1) return finish(id);
        change(key, { id, percent: 100 });
      } catch (error) {
        change(key, { problem: textOf(error) });
      }
    }
  }

  const submitText = (): void =>
    paste.mutate({ text, ...(title.trim() ? { title: title.trim() } : {}) }, { onSuccess: ({ id }) => finish(id) });

  return (
    <Modal opened={opened} onClose={onClose} title={t('import')} size="lg">
      <Stack gap="md">
        <BriefDropZone onFiles={(taken) => void take(taken)} />
        {files.map(({ key, name, percent, id, problem }) => (
          <Stack key={key} gap={4}>
            <Group justify="space-between">
              <Text size="sm" dir="auto">
                {name}
              </Text>
              {id ? (
                <AnchorLink to="/w/$workspace/briefs/$id" params={{ workspace: slug, id }} size="sm">
                  {t('openBrief')}
                </AnchorLink>
              ) : null}
            </Group>
            {problem ? (
              <Text size="sm" c="red" role="alert">
                {problem}
              </Text>
            ) : (
              <Progress.Root>
                <Progress.Section value={percent} aria-label={t('sending', { name })} />
              </Progress.Root>
            )}
          </Stack>
        ))}
        <Text size="sm" c="dimmed">
          {t('orPaste')}
        </Text>
        <TextInput
          label={t('pasteTitle')}
          description={t('pasteTitleHint')}
          value={title}
          dir="auto"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t('pasteText')}
          autosize
          minRows={6}
          maxRows={14}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={paste.error ? textOf(paste.error) : null}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button disabled={text.trim() === ''} loading={paste.isPending} onClick={submitText}>
            {t('importText')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
