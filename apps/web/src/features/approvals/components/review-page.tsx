import { Alert, Button, Kbd, Space, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Approval } from '@uptake/contracts';
import { DateText, FactList, PageHeader, RecordLayout, RecordSkeleton, Section, WrittenText } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { ApprovalStateBadge, RatingBadge } from '../../../components/badges.js';
import { reviewAddress } from '../../../components/item-address.js';
import { ItemLink } from '../../../components/item-link.js';
import { MemberName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { DecisionList } from '../../../components/record/decision-list.js';
import { EvidenceList } from '../../../components/record/evidence-list.js';
import { RunStages } from '../../../components/record/run-stages.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { useKeys } from '../../../lib/keys/use-keys.js';
import { notify } from '../../../lib/notify.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useDecide } from '../api/decide.js';
import { myApprovalsQuery } from '../api/list-approvals.js';
import { approvalQuery } from '../api/read-approval.js';
import { ActingAs } from './acting-as.js';
import { Comparison } from './comparison.js';
import { RefusedDecision } from './refused-decision.js';
import { RevisionList } from './revision-list.js';
import { VerdictForm } from './verdict-form.js';

export function ReviewPage({ approvalId }: { approvalId: string }) {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(approvalQuery(slug, approvalId));
  return (
    <QueryState query={query} asPage loading={<RecordSkeleton label={t('common:states.loading')} />}>
      {(approval) => <Review approval={approval} />}
    </QueryState>
  );
}

function Review({ approval }: { approval: Approval }) {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const router = useRouter();
  const named = useNamed();
  const mine = usePaged(myApprovalsQuery(slug));
  const next = mine.query.data?.find((one) => one.id !== approval.id);
  const toNext = (): void => void router.navigate({ href: next ? reviewAddress(slug, next.id) : `/w/${slug}/review` });
  useKeys([{ combo: 'KeyN', label: t('next'), group: t('title'), run: toNext }]);
  const decide = useDecide(slug, approval.id);
  const { submission, official } = approval;
  const ability = approval.abilities['decide'];
  return (
    <>
      <PageHeader
        title={t('reviewOf', { title: approval.item.title })}
        eyebrow={<ItemLink workspace={slug} item={approval.item} />}
        status={<ApprovalStateBadge state={approval.state} />}
        description={t('about', {
          kind: t(`common:submissionKind.${approval.submissionKind}`),
          stage: named(approval.stage.name),
          revision: approval.revision,
        })}
        actions={
          <Button variant="default" rightSection={<Kbd size="xs">{t('nextKey')}</Kbd>} onClick={toNext}>
            {next ? t('next') : t('toList')}
          </Button>
        }
      />
      <RunStages run={submission.run} />
      <Space h="xl" />
      <RecordLayout
        lead={
          <>
            <Section title={t('submission')}>
              <Stack gap="md">
                <FactList
                  facts={[
                    { label: t('submittedBy'), value: <MemberName member={submission.submittedBy} /> },
                    { label: t('submittedAt'), value: <DateText value={submission.submittedAt} format="dateTime" /> },
                  ]}
                />
                <Comparison key={approval.id} approval={approval} />
              </Stack>
            </Section>
            <Section title={t('official')}>
              {official ? (
                <Stack gap="sm">
                  <WrittenText>{official.narrative ?? t('common:states.notSet')}</WrittenText>
                  <FactList
                    facts={[
                      { label: t('common:rating.verified'), value: <RatingBadge rating={official.verifiedRating} /> },
                      { label: t('inForceSince'), value: <DateText value={official.at} format="dateTime" /> },
                    ]}
                  />
                </Stack>
              ) : (
                <Text size="sm" c="dimmed">
                  {t('noOfficial')}
                </Text>
              )}
            </Section>
            <Section title={t('evidence')}>
              <EvidenceList workspace={slug} evidence={submission.evidence} />
            </Section>
          </>
        }
        aside={
          <>
            <Section title={t('yourDecision')}>
              <ActingAs approval={approval} mine={mine.query.data ?? []} />
              <RefusedDecision error={decide.error} />
              {ability === true ? (
                <VerdictForm
                  // New words are judged anew.
                  key={`${approval.id} ${approval.submissionHash}`}
                  approval={approval}
                  pending={decide.isPending}
                  onDecide={(decision) => decide.mutate(decision, { onSuccess: () => notify.done(t('decided')) })}
                />
              ) : (
                <Alert color="gray" variant="light">
                  {t(`common:hindrance.${(ability?.reason ?? 'not_asked') as 'not_asked'}`, {
                    defaultValue: t('notYours'),
                  })}
                </Alert>
              )}
            </Section>
            <Section title={t('decisions')}>
              <DecisionList run={submission.run} />
            </Section>
            <Section title={t('revisions')}>
              <RevisionList workspace={slug} submission={submission} />
            </Section>
          </>
        }
      />
    </>
  );
}
