import { Button, Group } from '@mantine/core';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { submissionKinds, type WorkflowSummary } from '@uptake/contracts';
import { DateText, EmptyState, ListSkeleton, Section } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';
import { QueryState } from '../../../components/query-state.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { workflowsQuery } from '../api/read-workflows.js';
import { CreateWorkflow } from './create-workflow.js';
import { JudgesBadge, VersionBadge } from './workflow-badges.js';
import classes from './workflows.module.css';

/** The workflows of the workspace by what they judge, with which of them does, and what is in the making. */
export function WorkflowsPart() {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug, can } = useWorkspace();
  const query = useQuery(workflowsQuery(slug));
  const [creating, create] = useState(false);
  return (
    <>
      {can('workflows.create') ? (
        <Group mb="md">
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => create(true)}>
            {t('create')}
          </Button>
        </Group>
      ) : null}
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} />}>
        {(workflows) =>
          workflows.length === 0 ? (
            <EmptyState icon={IconSitemap} title={t('none')} text={t('noneText')} />
          ) : (
            submissionKinds
              .map((kind) => ({ kind, ofKind: workflows.filter(({ subject }) => subject === kind) }))
              .filter(({ ofKind }) => ofKind.length > 0)
              .map(({ kind, ofKind }) => (
                <Section key={kind} title={t(`common:submissionKind.${kind}`)}>
                  <ul className={classes.list}>
                    {ofKind.map((workflow) => (
                      <WorkflowRow key={workflow.id} workflow={workflow} />
                    ))}
                  </ul>
                </Section>
              ))
          )
        }
      </QueryState>
      {creating ? <CreateWorkflow workflows={query.data ?? []} onClose={() => create(false)} /> : null}
    </>
  );
}

function WorkflowRow({ workflow }: { workflow: WorkflowSummary }) {
  const { t } = useTranslation('workflows');
  const { slug } = useWorkspace();
  const named = useNamed();
  return (
    <li className={classes.row}>
      <AnchorLink
        to="/w/$workspace/admin/workflows/$key"
        params={{ workspace: slug, key: workflow.key }}
        className={classes.rowName}
      >
        <bdi>{named(workflow.name)}</bdi>
      </AnchorLink>
      <span className={classes.rowState}>
        {workflow.judges && workflow.publishedVersion !== null ? <JudgesBadge /> : null}
        {workflow.publishedVersion === null ? null : (
          <VersionBadge state="published" number={workflow.publishedVersion} />
        )}
        {workflow.drafts.map((number) => (
          <VersionBadge key={number} state="draft" number={number} />
        ))}
        {workflow.publishedVersion === null && workflow.drafts.length === 0 ? <VersionBadge state="retired" /> : null}
      </span>
      <span className={classes.quiet}>
        {workflow.publishedAt ? (
          <>
            {t('publishedOn')} <DateText value={workflow.publishedAt} />
          </>
        ) : null}
      </span>
    </li>
  );
}
