import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Section, TableSkeleton } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { TREND_WEEKS, seriesQuery } from '../api/read-series.js';
import { Provenance } from './provenance.js';
import { TrendColumns } from './trend-columns.js';
import { TrendTable } from './trend-table.js';

/** The verified ratings of the last weeks, as columns or as the table of the same figures. */
export function TrendSection({ brief }: { brief: string | undefined }) {
  const { t } = useTranslation(['leadership', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(seriesQuery(slug, brief));
  const [shape, setShape] = useState('chart');
  return (
    <Section
      title={t('trendTitle', { weeks: TREND_WEEKS })}
      note={
        query.data ? (
          <Provenance
            of={t('trendTitle', { weeks: TREND_WEEKS })}
            asOf={query.data.asOf}
            formula="series"
            hidden={query.data.hidden}
          />
        ) : null
      }
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('shape.label')}
          value={shape}
          onChange={setShape}
          data={[
            { value: 'chart', label: t('shape.chart') },
            { value: 'table', label: t('shape.table') },
          ]}
        />
      }
    >
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} rows={5} />}>
        {(series) =>
          shape === 'chart' ? (
            <TrendColumns points={series.points} brief={brief} />
          ) : (
            <TrendTable points={series.points} />
          )
        }
      </QueryState>
    </Section>
  );
}
