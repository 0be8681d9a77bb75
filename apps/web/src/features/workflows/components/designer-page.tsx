import { useQuery } from '@tanstack/react-query';
import type { WorkflowSummary } from '@uptake/contracts';
import { EmptyState, RecordSkeleton } from '@uptake/ui';
import { IconPencilOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';
import { NothingHere } from '../../../components/problem-state.js';
import { QueryState } from '../../../components/query-state.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { versionQuery, workflowsQuery } from '../api/read-workflows.js';
import { Designer } from './designer.js';

/** The draft named in the address, else the workflow's newest, to be worked on; whoever may not reads it on the workflow's page. */
export function DesignerPage({ workflowKey, draft }: { workflowKey: string; draft: number | undefined }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const list = useQuery(workflowsQuery(slug));
  return (
    <QueryState query={list} loading={<RecordSkeleton label={t('states.loading')} />} asPage>
      {(workflows) => {
        const found = workflows.find(({ key }) => key === workflowKey);
        const number = draft ?? found?.drafts.at(-1);
        if (!found) return <NothingHere />;
        return number === undefined ? <NoDraft workflow={found} /> : <OneDraft key={number} id={found.id} n={number} />;
      }}
    </QueryState>
  );
}

function OneDraft({ id, n }: { id: string; n: number }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  // what is being edited is not read again under its designer's hands: another's change shows when the next save meets it
  const query = useQuery({ ...versionQuery(slug, id, n), staleTime: Infinity, refetchOnMount: 'always' });
  if (query.isFetching && !query.isFetchedAfterMount) return <RecordSkeleton label={t('states.loading')} />;
  return (
    <QueryState query={query} loading={<RecordSkeleton label={t('states.loading')} />} asPage>
      {(version) => <Designer key={version.id} opened={version} />}
    </QueryState>
  );
}

function NoDraft({ workflow }: { workflow: WorkflowSummary }) {
  const { t } = useTranslation('workflows');
  const { slug } = useWorkspace();
  const named = useNamed();
  return (
    <EmptyState
      asPage
      icon={IconPencilOff}
      title={t('noDraft')}
      text={t('noDraftText')}
      action={
        <AnchorLink to="/w/$workspace/admin/workflows/$key" params={{ workspace: slug, key: workflow.key }}>
          <bdi>{named(workflow.name)}</bdi>
        </AnchorLink>
      }
    />
  );
}
