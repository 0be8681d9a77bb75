import type { Recommendation } from '@uptake/contracts';
import {
  PageHeader,
  RecordLayout,
  RecordSkeleton,
  Reference,
  Section,
  StatusBadge,
  WrittenText,
  approvalStateLooks,
} from '@uptake/ui';
import { useQuery } from '@tanstack/react-query';
import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { LifecycleBadge } from '../../../components/badges.js';
import { GatesSection } from '../../../components/gates/gates-section.js';
import { AnchorLink } from '../../../components/links.js';
import { QueryState } from '../../../components/query-state.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useClaim } from '../api/change-recommendation.js';
import { recommendationQuery } from '../api/read-recommendations.js';
import { ActivitySection } from './activity-section.js';
import { AssignDialog } from './assign-dialog.js';
import { EditDetails } from './edit-details.js';
import { EvidenceSection } from './evidence-section.js';
import { FactsSection } from './facts-section.js';
import { HistorySection } from './history-section.js';
import { LinksSection } from './links-section.js';
import { RespondDialog } from './respond-dialog.js';
import { SubmissionsSection } from './submissions-section.js';
import { TasksSection } from './tasks-section.js';

/** One recommendation: its words and source, who has it, its work, what was handed in and what is official. */
export function RecommendationPage({ reference }: { reference: string }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const query = useQuery(recommendationQuery(slug, reference));
  return (
    <QueryState query={query} loading={<RecordSkeleton label={t('states.loading')} />} asPage>
      {(recommendation) => <Shown recommendation={recommendation} />}
    </QueryState>
  );
}

function Shown({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const textOf = useProblemText();
  const claim = useClaim(slug, recommendation.id);
  const [dialog, setDialog] = useState<'assign' | 'edit' | 'respond' | null>(null);
  const close = () => setDialog(null);
  const { abilities, source } = recommendation;
  return (
    <>
      <PageHeader
        title={recommendation.title}
        eyebrow={
          <Group gap="xs">
            <AnchorLink to="/w/$workspace/recommendations" params={{ workspace: slug }}>
              {t('title')}
            </AnchorLink>
            <Reference>{recommendation.reference}</Reference>
          </Group>
        }
        status={
          <>
            <LifecycleBadge lifecycle={recommendation.lifecycle} outcome={recommendation.outcome} />
            {recommendation.waiting ? (
              <StatusBadge look={approvalStateLooks.open} word={t('common:approvalState.open')} />
            ) : null}
          </>
        }
        actions={
          <>
            {recommendation.team && !recommendation.owner ? (
              <ActionButton
                ability={abilities['claim']}
                variant="default"
                loading={claim.isPending}
                onClick={() =>
                  claim.mutate(undefined, {
                    onSuccess: () => notify.done(t('claimed')),
                    onError: (error) => notify.failed(textOf(error)),
                  })
                }
              >
                {t('claim')}
              </ActionButton>
            ) : null}
            <ActionButton ability={abilities['change']} variant="default" onClick={() => setDialog('edit')}>
              {t('editDetails')}
            </ActionButton>
            <ActionButton ability={abilities['respond']} variant="default" onClick={() => setDialog('respond')}>
              {t('respond')}
            </ActionButton>
            <ActionButton ability={abilities['assign']} onClick={() => setDialog('assign')}>
              {t('assign')}
            </ActionButton>
          </>
        }
      />
      {dialog === 'assign' ? <AssignDialog recommendation={recommendation} onClose={close} /> : null}
      {dialog === 'edit' ? <EditDetails recommendation={recommendation} onClose={close} /> : null}
      {dialog === 'respond' ? <RespondDialog recommendation={recommendation} onClose={close} /> : null}
      <RecordLayout
        lead={
          <Section
            title={t('wording')}
            actions={
              source ? (
                <AnchorLink
                  to="/w/$workspace/briefs/$id"
                  params={{ workspace: slug, id: source.briefId }}
                  search={{ passage: source.passageId }}
                  size="sm"
                >
                  {t('source', { brief: source.briefTitle })}
                </AnchorLink>
              ) : null
            }
          >
            <WrittenText quoted lang={recommendation.language} direction={recommendation.direction}>
              {recommendation.text}
            </WrittenText>
          </Section>
        }
        aside={<FactsSection recommendation={recommendation} />}
      >
        <TasksSection recommendation={recommendation} />
        <SubmissionsSection recommendation={recommendation} />
        <GatesSection item={{ id: recommendation.id, kind: 'recommendation' }} />
        <EvidenceSection itemId={recommendation.id} />
        <LinksSection recommendation={recommendation} />
        <HistorySection recommendation={recommendation} />
        <ActivitySection itemId={recommendation.id} />
      </RecordLayout>
    </>
  );
}
