import { Button, Group, Modal, Space, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Submission } from '@uptake/contracts';
import {
  DateText,
  FactList,
  PageHeader,
  RecordLayout,
  RecordSkeleton,
  Section,
  WrittenText,
  useFormats,
} from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { RatingBadge, SubmissionStateBadge } from '../../../components/badges.js';
import { ItemLink } from '../../../components/item-link.js';
import { MemberName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { DecisionList } from '../../../components/record/decision-list.js';
import { EvidenceList } from '../../../components/record/evidence-list.js';
import { ProposedChange } from '../../../components/record/proposed-change.js';
import { RunStages } from '../../../components/record/run-stages.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { submissionQuery } from '../api/read-submission.js';
import { useWithdraw } from '../api/withdraw.js';
import { AmendReview } from './amend-review.js';
import { CancelReview } from './cancel-review.js';
import { OverrideStage } from './override-stage.js';
import { RevisionList } from './revision-list.js';

export function SubmissionPage({ id }: { id: string }) {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(submissionQuery(slug, id));
  return (
    <QueryState query={query} asPage loading={<RecordSkeleton label={t('common:states.loading')} />}>
      {(submission) => <SubmissionRead submission={submission} />}
    </QueryState>
  );
}

function SubmissionRead({ submission }: { submission: Submission }) {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const formats = useFormats();
  const [asking, ask] = useState(false);
  return (
    <>
      <PageHeader
        title={t('submissionOf', {
          kind: t(`common:submissionKind.${submission.kind}`),
          revision: submission.revision,
        })}
        eyebrow={<ItemLink workspace={slug} item={submission.item} />}
        status={<SubmissionStateBadge state={submission.state} />}
        actions={
          <>
            {isForManagers(submission) ? (
              <>
                <AmendReview submission={submission} />
                <CancelReview submission={submission} />
              </>
            ) : null}
            <OverrideStage submission={submission} />
            <ActionButton variant="default" ability={submission.abilities['withdraw']} onClick={() => ask(true)}>
              {t('withdraw')}
            </ActionButton>
          </>
        }
      />
      <RunStages run={submission.run} />
      <Space h="xl" />
      <RecordLayout
        lead={
          <>
            <Section title={t('submission')}>
              <WrittenText>{submission.narrative}</WrittenText>
              <ProposedChange submission={submission} />
            </Section>
            <Section title={t('evidence')}>
              <EvidenceList workspace={slug} evidence={submission.evidence} />
            </Section>
          </>
        }
        aside={
          <Section title={t('facts')}>
            <FactList
              layout="rows"
              facts={[
                { label: t('submittedBy'), value: <MemberName member={submission.submittedBy} /> },
                { label: t('submittedAt'), value: <DateText value={submission.submittedAt} format="dateTime" /> },
                {
                  label: t('progress'),
                  value:
                    submission.progress === null
                      ? t('common:states.notSet')
                      : formats.percent(submission.progress / 100),
                },
                ...(submission.rating
                  ? [{ label: t('reported'), value: <RatingBadge rating={submission.rating} /> }]
                  : []),
              ]}
            />
          </Section>
        }
      >
        <Section title={t('decisions')}>
          <DecisionList run={submission.run} />
        </Section>
        <Section title={t('revisions')}>
          <RevisionList workspace={slug} submission={submission} />
        </Section>
      </RecordLayout>
      <WithdrawDialog submission={submission} opened={asking} onClose={() => ask(false)} />
    </>
  );
}

/** Whoever could never stop a review is not shown how. */
function isForManagers({ abilities: { cancel } }: Submission): boolean {
  return cancel === true || (cancel !== undefined && cancel.reason !== 'not_your_role');
}

interface WithdrawDialogProps {
  submission: Submission;
  opened: boolean;
  onClose: () => void;
}

function WithdrawDialog({ submission, opened, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const textOf = useProblemText();
  const withdraw = useWithdraw(slug, submission.id);
  const [reason, setReason] = useState('');
  const send = (): void =>
    withdraw.mutate(reason, {
      onSuccess: () => notify.done(t('withdrawn')),
      onError: (error) => notify.failed(textOf(error)),
      onSettled: onClose,
    });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('withdraw')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack>
        <Textarea
          label={t('reason')}
          autosize
          minRows={2}
          dir="auto"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button loading={withdraw.isPending} onClick={send}>
            {t('withdrawNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
