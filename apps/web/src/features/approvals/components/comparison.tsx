import { SegmentedControl, Stack } from '@mantine/core';
import type { Approval } from '@uptake/contracts';
import { DiffText, FactList, WrittenText, useFormats } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RatingBadge } from '../../../components/badges.js';
import { ProposedChange } from '../../../components/record/proposed-change.js';

type Against = 'seen' | 'record' | 'none';

/** The submission's words: what is new since my last decision or against the record, or as they stand. */
export function Comparison({ approval }: { approval: Approval }) {
  const { t } = useTranslation(['approvals', 'common']);
  const { submission, official, lastSeenByMe: seen } = approval;
  const [against, setAgainst] = useState<Against>(seen ? 'seen' : official?.narrative ? 'record' : 'none');
  const offered: Against[] = [...(seen ? (['seen'] as const) : []), ...(official ? (['record'] as const) : []), 'none'];
  const before =
    against === 'seen'
      ? {
          narrative: seen?.submission.narrative ?? '',
          progress: seen?.submission.progress,
          rating: seen?.submission.rating,
        }
      : { narrative: official?.narrative ?? '', progress: official?.progress, rating: official?.verifiedRating };
  return (
    <Stack gap="md">
      {offered.length > 1 ? (
        <SegmentedControl
          aria-label={t('compare')}
          value={against}
          onChange={(value) => setAgainst(value as Against)}
          data={offered.map((value) => ({
            value,
            label: value === 'seen' ? t('since.seen', { revision: seen?.revision }) : t(`since.${value}`),
          }))}
        />
      ) : null}
      {against === 'none' ? (
        <WrittenText>{submission.narrative}</WrittenText>
      ) : (
        <DiffText
          before={before.narrative}
          after={submission.narrative}
          labels={{ added: t('common:states.added'), removed: t('common:states.removed') }}
        />
      )}
      <ProposedChange submission={submission} />
      <FactList
        facts={[
          {
            label: t('progress'),
            value: <Change before={against === 'none' ? undefined : before.progress} after={submission.progress} />,
          },
          ...(submission.rating
            ? [
                {
                  label: t('reported'),
                  value: (
                    <>
                      {against !== 'none' && before.rating && before.rating !== submission.rating ? (
                        <>
                          <del>
                            <RatingBadge rating={before.rating} variant="quiet" />
                          </del>{' '}
                        </>
                      ) : null}
                      <RatingBadge rating={submission.rating} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Stack>
  );
}

function Change({ before, after }: { before: number | null | undefined; after: number | null }) {
  const { t } = useTranslation(['approvals', 'common']);
  const formats = useFormats();
  const word = (value: number | null): string =>
    value === null ? t('common:states.notSet') : formats.percent(value / 100);
  return (
    <>
      {typeof before === 'number' && before !== after ? (
        <>
          <del>{word(before)}</del>{' '}
        </>
      ) : null}
      {word(after)}
    </>
  );
}
