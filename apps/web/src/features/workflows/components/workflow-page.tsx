import { Alert, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Workflow } from '@uptake/contracts';
import { PageHeader, RecordSkeleton, Section } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { AnchorLink } from '../../../components/links.js';
import { NothingHere } from '../../../components/problem-state.js';
import { QueryState } from '../../../components/query-state.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useBeginDraft, useChooseWorkflow } from '../api/change-workflows.js';
import { versionQuery, workflowQuery, workflowsQuery } from '../api/read-workflows.js';
import { DifferenceSection } from './difference-section.js';
import { EntrustSection } from './entrust-section.js';
import { JudgesBadge, VersionBadge } from './workflow-badges.js';
import { StageOverview } from './stage-overview.js';
import { VersionHistory } from './version-history.js';

/** A workflow: what its published version does, its drafts and its history, and what one version does otherwise than another. */
export function WorkflowPage({ workflowKey }: { workflowKey: string }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const list = useQuery(workflowsQuery(slug));
  return (
    <QueryState query={list} loading={<RecordSkeleton label={t('states.loading')} />} asPage>
      {(workflows) => {
        const found = workflows.find(({ key }) => key === workflowKey);
        return found ? <OneWorkflow id={found.id} /> : <NothingHere />;
      }}
    </QueryState>
  );
}

function OneWorkflow({ id }: { id: string }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const query = useQuery(workflowQuery(slug, id));
  return (
    <QueryState query={query} loading={<RecordSkeleton label={t('states.loading')} />} asPage>
      {(workflow) => <Shown workflow={workflow} />}
    </QueryState>
  );
}

function Shown({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const named = useNamed();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const begin = useBeginDraft(slug, workflow.id);
  const choose = useChooseWorkflow(slug, workflow.id);
  const shownNumber = workflow.publishedVersion ?? workflow.versions[0]?.number ?? 1;
  const shown = useQuery(versionQuery(slug, workflow.id, shownNumber));
  const [compared, compare] = useState<number | null>(null);
  const failure = begin.error ?? choose.error;
  const design = (draft: number) =>
    void navigate({
      to: '/w/$workspace/admin/workflows/$key/design',
      params: { workspace: slug, key: workflow.key },
      search: { draft },
    });
  return (
    <>
      <PageHeader
        title={named(workflow.name)}
        eyebrow={
          <AnchorLink to="/w/$workspace/admin/workflows" params={{ workspace: slug }}>
            {t('all')}
          </AnchorLink>
        }
        description={t('judgesKind', { kind: t(`common:submissionKind.${workflow.subject}`) })}
        status={
          <>
            {workflow.publishedVersion === null ? null : (
              <VersionBadge state="published" number={workflow.publishedVersion} />
            )}
            {workflow.judges && workflow.publishedVersion !== null ? <JudgesBadge /> : null}
          </>
        }
        actions={
          <Group gap="xs">
            {workflow.judges && workflow.publishedVersion !== null ? null : (
              <ActionButton
                variant="default"
                ability={workflow.abilities['choose']}
                loading={choose.isPending}
                onClick={() => choose.mutate(undefined, { onSuccess: () => notify.done(t('chosen')) })}
              >
                {t('choose')}
              </ActionButton>
            )}
            <ActionButton
              ability={workflow.abilities['draft']}
              loading={begin.isPending}
              onClick={() => begin.mutate(undefined, { onSuccess: ({ number }) => design(number) })}
            >
              {t('beginDraft')}
            </ActionButton>
          </Group>
        }
      />
      {failure ? (
        <Alert color="red" variant="light" role="alert" mb="md">
          {textOf(failure)}
        </Alert>
      ) : null}
      {workflow.judges && workflow.publishedVersion === null ? (
        <Alert color="red" variant="light" mb="md" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('judgesNothing', { kind: t(`common:submissionKind.${workflow.subject}`) })}
        </Alert>
      ) : null}
      <QueryState query={shown} loading={<RecordSkeleton label={t('common:states.loading')} />}>
        {(version) => (
          <Section title={t('stagesOf', { number: version.number })} note={<VersionBadge state={version.state} />}>
            <StageOverview definition={version.definition} />
          </Section>
        )}
      </QueryState>
      <VersionHistory
        workflow={workflow}
        onDesign={design}
        onCompare={compare}
        onDraftFrom={(from) => begin.mutate(from, { onSuccess: ({ number }) => design(number) })}
      />
      {compared === null ? null : (
        <DifferenceSection key={compared} workflow={workflow} number={compared} onClose={() => compare(null)} />
      )}
      <EntrustSection workflow={workflow} />
    </>
  );
}
