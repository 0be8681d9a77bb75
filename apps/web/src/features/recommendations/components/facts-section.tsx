import { Group, Text } from '@mantine/core';
import type { Recommendation } from '@uptake/contracts';
import { FactList, Section, WrittenText, useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { PriorityBadge, RatingBadge, ResponseBadge } from '../../../components/badges.js';
import { DueDate } from '../../../components/due-date.js';
import { MemberName, OwnerName } from '../../../components/member.js';

export function FactsSection({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const formats = useFormats();
  const { contributors, addressees, responseDetail, progress } = recommendation;
  return (
    <Section title={t('facts')}>
      <FactList
        layout="rows"
        facts={[
          { label: t('owner'), value: <OwnerName owner={recommendation.owner} team={recommendation.team} /> },
          {
            label: t('contributors'),
            value:
              contributors.length === 0 ? (
                <MemberName member={null} />
              ) : (
                <Group gap="xs">
                  {contributors.map((member) => (
                    <MemberName key={member.id} member={member} />
                  ))}
                </Group>
              ),
          },
          {
            label: t('dueOn'),
            value: <DueDate dueOn={recommendation.dueOn} settled={recommendation.lifecycle === 'closed'} />,
          },
          { label: t('column.kind'), value: t(`common:recommendationKind.${recommendation.kind}`) },
          { label: t('priority'), value: <PriorityBadge priority={recommendation.priority} /> },
          {
            label: t('addressees'),
            value:
              addressees.length === 0 ? (
                t('common:states.none')
              ) : (
                <Group gap="xs">
                  {addressees.map(({ id, name }) => (
                    <bdi key={id}>{name}</bdi>
                  ))}
                </Group>
              ),
          },
          { label: t('common:rating.reported'), value: <RatingBadge rating={recommendation.reportedRating} /> },
          {
            label: t('common:rating.verified'),
            value: (
              <>
                <RatingBadge rating={recommendation.verifiedRating} />
                {recommendation.ratingReason ? (
                  <Text size="sm" dir="auto">
                    {recommendation.ratingReason}
                  </Text>
                ) : null}
              </>
            ),
          },
          {
            label: t('progress'),
            value: progress === null ? t('common:states.notSet') : formats.percent(progress / 100),
          },
          {
            label: t('column.response'),
            value: (
              <>
                <ResponseBadge response={recommendation.response} />
                {responseDetail?.part ? <WrittenText>{responseDetail.part}</WrittenText> : null}
                {responseDetail ? <WrittenText>{responseDetail.reason}</WrittenText> : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
