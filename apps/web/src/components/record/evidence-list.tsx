import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import type { Evidence } from '@uptake/contracts';
import { useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { path } from '../../lib/api.js';

const KILOBYTE = 1024;

/** What proves it: files to download, links to follow. */
export function EvidenceList({ workspace, evidence }: { workspace: string; evidence: readonly Evidence[] }) {
  const { t } = useTranslation(['approvals', 'common']);
  const formats = useFormats();
  if (evidence.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noEvidence')}
      </Text>
    );
  return (
    <Stack component="ul" gap="xs" m={0} p={0} aria-label={t('evidence')} style={{ listStyle: 'none' }}>
      {evidence.map(({ id, kind, title, url, size, uploadedBy }) => (
        <Group component="li" key={id} gap="xs" wrap="nowrap" align="baseline">
          {kind === 'link' ? (
            <IconExternalLink size={16} aria-hidden="true" />
          ) : (
            <IconDownload size={16} aria-hidden="true" />
          )}
          <div>
            {kind === 'link' ? (
              <Anchor href={url ?? ''} target="_blank" rel="noreferrer noopener" size="sm">
                <bdi>{title}</bdi>
              </Anchor>
            ) : (
              <Anchor href={`/api/v1${path`/workspaces/${workspace}/evidence/${id}/content`}`} download size="sm">
                <bdi>{title}</bdi>
              </Anchor>
            )}
            <Text size="xs" c="dimmed">
              <bdi>{uploadedBy}</bdi>
              {size === null ? null : ` · ${t('kilobytes', { size: formats.number(Math.ceil(size / KILOBYTE)) })}`}
            </Text>
          </div>
        </Group>
      ))}
    </Stack>
  );
}
