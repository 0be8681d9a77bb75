import { Group, Modal, Stack, Text } from '@mantine/core';
import type { Recommendation } from '@uptake/contracts';
import { DateText, ListSkeleton, Section, WrittenText } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { RatingBadge, SubmissionStateBadge } from '../../../components/badges.js';
import { MemberName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { ProposedChange } from '../../../components/record/proposed-change.js';
import { isRevisable } from '../../../components/submissions/is-revisable.js';
import { SubmissionForm } from '../../../components/submissions/submission-form.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { submissionsOfQuery } from '../api/read-recommendations.js';
import { CloseDialog } from './close-dialog.js';
import { ExtendDialog } from './extend-dialog.js';

/** What was handed in on it, newest first, and the ways to hand in: an update, an extension, the closing. */
export function SubmissionsSection({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTranslation(['recommendations', 'submissions', 'common']);
  const { slug } = useWorkspace();
  const { query } = usePaged(submissionsOfQuery(slug, recommendation.id));
  const [writing, setWriting] = useState(false);
  const [asking, setAsking] = useState<'extension' | 'closing' | null>(null);
  const { abilities } = recommendation;
  const latest = query.data?.find(({ kind }) => kind === 'update');
  const previous = latest && isRevisable(latest) ? latest : undefined;
  const isJudged = previous?.state === 'in_review';
  return (
    <Section
      title={t('submissions')}
      actions={
        <Group gap="xs">
          {recommendation.dueOn ? (
            <ActionButton
              ability={abilities['extend']}
              variant="default"
              size="compact-sm"
              onClick={() => setAsking('extension')}
            >
              {t('extend')}
            </ActionButton>
          ) : null}
          <ActionButton
            ability={abilities['close']}
            variant="default"
            size="compact-sm"
            onClick={() => setAsking('closing')}
          >
            {t('close')}
          </ActionButton>
          <ActionButton
            ability={isJudged ? true : abilities['submit']}
            size="compact-sm"
            onClick={() => setWriting(true)}
          >
            {t(isJudged ? 'submissions:revise' : 'submissions:title')}
          </ActionButton>
        </Group>
      }
    >
      <Modal opened={writing} onClose={() => setWriting(false)} title={t('submissions:title')} size="lg">
        <SubmissionForm
          workspace={slug}
          item={{ id: recommendation.id, kind: 'recommendation' }}
          recordVersion={recommendation.recordVersion}
          withRating
          previous={previous}
          onSubmitted={() => setWriting(false)}
          onCancel={() => setWriting(false)}
        />
      </Modal>
      {asking === 'extension' ? <ExtendDialog recommendation={recommendation} onClose={() => setAsking(null)} /> : null}
      {asking === 'closing' ? <CloseDialog recommendation={recommendation} onClose={() => setAsking(null)} /> : null}
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={2} />}>
        {(submissions) =>
          submissions.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noSubmissions')}
            </Text>
          ) : (
            <Stack gap="md" role="list" aria-label={t('submissions')}>
              {submissions.map((submission) => (
                <div key={submission.id} role="listitem">
                  <Group gap="sm">
                    <Text size="sm" fw={600}>
                      {t(`common:submissionKind.${submission.kind}`)}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {t('revision', { revision: submission.revision })}
                    </Text>
                    <SubmissionStateBadge state={submission.state} variant="quiet" />
                    {submission.rating ? <RatingBadge rating={submission.rating} variant="quiet" /> : null}
                    <MemberName member={submission.submittedBy} />
                    <Text component="span" size="sm" c="dimmed">
                      <DateText value={submission.submittedAt} format="dateTime" />
                    </Text>
                  </Group>
                  <WrittenText>{submission.narrative}</WrittenText>
                  <ProposedChange submission={submission} />
                  {submission.run.decisions
                    .filter(({ reason }) => reason)
                    .map(({ id, actor, verdict, reason }) => (
                      <Text key={id} size="sm" c="dimmed">
                        {t(`common:verdict.${verdict}`)} · <bdi>{actor.name}</bdi>: <bdi>{reason}</bdi>
                      </Text>
                    ))}
                </div>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Section>
  );
}
