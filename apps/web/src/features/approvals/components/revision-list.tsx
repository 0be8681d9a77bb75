import { Group, Stack, Text } from '@mantine/core';
import type { Submission } from '@uptake/contracts';
import { DateText } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';

/** Every revision handed in; each stays readable. */
export function RevisionList({ workspace, submission }: { workspace: string; submission: Submission }) {
  const { t } = useTranslation(['approvals', 'common']);
  return (
    <Stack component="ol" gap="xs" m={0} p={0} aria-label={t('revisions')} style={{ listStyle: 'none' }}>
      {submission.revisions.map(({ id, revision, submittedAt, submittedBy }) => (
        <Group component="li" key={id} gap="xs">
          <AnchorLink
            to="/w/$workspace/submissions/$id"
            params={{ workspace, id }}
            size="sm"
            aria-current={id === submission.id || undefined}
          >
            {t('revision', { revision })}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            <bdi>{submittedBy}</bdi> · <DateText value={submittedAt} format="dateTime" />
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
