import { Group, Stack, Text } from '@mantine/core';
import type { RunView } from '@uptake/contracts';
import { DateText, WrittenText } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { useNamed } from '../../lib/i18n/use-named.js';
import { RatingBadge, VerdictBadge } from '../badges.js';
import { MemberName } from '../member.js';

/** Who has decided what, when and why, over all revisions. */
export function DecisionList({ run }: { run: RunView }) {
  const { t } = useTranslation(['approvals', 'common']);
  const named = useNamed();
  if (run.decisions.length + run.overrides.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noDecisions')}
      </Text>
    );
  const stageName = (key: string): string => named(run.stages.find((stage) => stage.key === key)?.name ?? { en: key });
  return (
    <Stack component="ol" gap="md" m={0} p={0} aria-label={t('decisions')} style={{ listStyle: 'none' }}>
      {run.decisions.map((one) => (
        <li key={one.id}>
          <Group gap="xs">
            <MemberName member={one.actor} />
            {one.onBehalfOf ? (
              <>
                <Text component="span" size="sm">
                  {t('actedFor')}
                </Text>
                <MemberName member={one.onBehalfOf} />
              </>
            ) : null}
            <VerdictBadge verdict={one.verdict} variant="quiet" />
            {one.verifiedRating ? <RatingBadge rating={one.verifiedRating} variant="quiet" /> : null}
          </Group>
          <Text size="xs" c="dimmed">
            {t('decidedAt', { stage: stageName(one.stageKey), revision: one.revision })}{' '}
            <DateText value={one.at} format="dateTime" />
            {one.voided ? ` · ${t('voided')}` : null}
          </Text>
          {one.signature ? (
            <Text size="xs" c="dimmed">
              {t('signedAs', { name: one.signature.name, meaning: named(one.signature.meaning) })}
            </Text>
          ) : null}
          {one.reason ? <WrittenText quoted>{one.reason}</WrittenText> : null}
          {one.ratingReason ? <WrittenText quoted>{one.ratingReason}</WrittenText> : null}
        </li>
      ))}
      {run.overrides.map((one) => (
        <li key={one.id}>
          <Group gap="xs">
            <MemberName member={one.actor} />
            <Text component="span" size="sm">
              {t('setAsideStage', { stage: stageName(one.stageKey) })}
            </Text>
          </Group>
          <Text size="xs" c="dimmed">
            {t('setAsideNote')} <DateText value={one.at} format="dateTime" />
            {one.voided ? ` · ${t('voided')}` : null}
          </Text>
          <WrittenText quoted>{one.reason}</WrittenText>
        </li>
      ))}
    </Stack>
  );
}
