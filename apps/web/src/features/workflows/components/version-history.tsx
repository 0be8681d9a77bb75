import { Alert, Button, Group } from '@mantine/core';
import type { Workflow, WorkflowVersionSummary } from '@uptake/contracts';
import { DateText, Section, WrittenText } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { MemberName } from '../../../components/member.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useDiscardDraft, useRetireVersion } from '../api/change-workflows.js';
import { MigrateDialog } from './migrate-dialog.js';
import { SureDialog } from './sure-dialog.js';
import { VersionBadge } from './workflow-badges.js';
import classes from './workflows.module.css';

export interface VersionHistoryProps {
  workflow: Workflow;
  onDesign: (number: number) => void;
  onCompare: (number: number) => void;
  onDraftFrom: (number: number) => void;
}

/** Every version, newest first: who made it when, what its publisher said, and what can be done with it. */
export function VersionHistory({ workflow, onDesign, onCompare, onDraftFrom }: VersionHistoryProps) {
  const { t } = useTranslation('workflows');
  const { slug } = useWorkspace();
  const textOf = useProblemText();
  const discard = useDiscardDraft(slug, workflow.id);
  const retire = useRetireVersion(slug, workflow.id);
  const [sure, ask] = useState<{ of: 'discard' | 'retire'; number: number } | null>(null);
  const [migratingTo, migrateTo] = useState<number | null>(null);
  const isRunElsewhere = workflow.versions.some((other) => other.state === 'retired' && other.runsUnderWay > 0);
  const failure = discard.error ?? retire.error;
  const settled = { onSettled: () => ask(null) };
  return (
    <Section title={t('history')}>
      {failure ? (
        <Alert color="red" variant="light" role="alert" mb="md">
          {textOf(failure)}
        </Alert>
      ) : null}
      <ul className={classes.list}>
        {workflow.versions.map((version) => (
          <li key={version.number} className={classes.version}>
            <span className={classes.versionHead}>
              <strong>{t('versionNumber', { number: version.number })}</strong>
              <VersionBadge state={version.state} />
              <VersionDates version={version} />
            </span>
            {version.note ? <WrittenText>{version.note}</WrittenText> : null}
            <Group gap="xs">
              {version.state === 'draft' ? (
                <ActionButton
                  size="compact-sm"
                  ability={version.abilities['change']}
                  aria-label={t('designOne', { number: version.number })}
                  onClick={() => onDesign(version.number)}
                >
                  {t('design')}
                </ActionButton>
              ) : (
                <ActionButton
                  size="compact-sm"
                  variant="default"
                  ability={workflow.abilities['draft']}
                  aria-label={t('draftFromOne', { number: version.number })}
                  onClick={() => onDraftFrom(version.number)}
                >
                  {t('draftFrom')}
                </ActionButton>
              )}
              {workflow.versions.length > 1 ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('compareOne', { number: version.number })}
                  onClick={() => onCompare(version.number)}
                >
                  {t('compare')}
                </Button>
              ) : null}
              {version.state === 'draft' ? (
                <ActionButton
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  ability={version.abilities['discard']}
                  aria-label={t('discardOne', { number: version.number })}
                  onClick={() => ask({ of: 'discard', number: version.number })}
                >
                  {t('discard')}
                </ActionButton>
              ) : null}
              {version.state === 'published' && isRunElsewhere ? (
                <ActionButton
                  size="compact-sm"
                  variant="default"
                  ability={version.abilities['migrate']}
                  aria-label={t('migrate.openOne', { number: version.number })}
                  onClick={() => migrateTo(version.number)}
                >
                  {t('migrate.open')}
                </ActionButton>
              ) : null}
              {version.state === 'published' ? (
                <ActionButton
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  ability={version.abilities['retire']}
                  aria-label={t('retireOne', { number: version.number })}
                  onClick={() => ask({ of: 'retire', number: version.number })}
                >
                  {t('retire')}
                </ActionButton>
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
      {migratingTo === null ? null : (
        <MigrateDialog workflowId={workflow.id} to={migratingTo} onClose={() => migrateTo(null)} />
      )}
      {sure ? (
        <SureDialog
          title={t(`${sure.of}One`, { number: sure.number })}
          text={t(`${sure.of}Sure`)}
          label={t(sure.of)}
          pending={discard.isPending || retire.isPending}
          onClose={() => ask(null)}
          onSure={() => {
            if (sure.of === 'discard')
              discard.mutate(sure.number, { ...settled, onSuccess: () => notify.done(t('discarded')) });
            else retire.mutate(sure.number, { ...settled, onSuccess: () => notify.done(t('retired')) });
          }}
        />
      ) : null}
    </Section>
  );
}

function VersionDates({ version }: { version: WorkflowVersionSummary }) {
  const { t } = useTranslation('workflows');
  const [by, at, word] =
    version.publishedAt === null
      ? [version.changedBy ?? version.createdBy, version.changedAt ?? version.createdAt, t('changedOn')]
      : [version.publishedBy, version.publishedAt, t('publishedOn')];
  return (
    <span className={classes.quiet}>
      {word} <DateText value={at} />
      {by ? (
        <>
          {' · '}
          <MemberName member={by} />
        </>
      ) : null}
      {version.runsUnderWay > 0 ? ` · ${t('runsUnderWay', { number: version.runsUnderWay })}` : null}
    </span>
  );
}
