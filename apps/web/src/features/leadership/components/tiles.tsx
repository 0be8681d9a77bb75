import { useQuery } from '@tanstack/react-query';
import type { Rollup, RollupGroup, RollupSeries } from '@uptake/contracts';
import { FigureTile, TilesSkeleton, useFormats, type FigureTileProps, type Tone } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { rollupQuery } from '../api/read-rollup.js';
import { seriesQuery } from '../api/read-series.js';
import { ItemsLink, type ItemsFilter } from './items-link.js';
import { Provenance } from './provenance.js';
import classes from './leadership.module.css';

const sum = (rollup: Rollup, figure: (group: RollupGroup) => number): number =>
  rollup.groups.reduce((total, group) => total + figure(group), 0);

interface Tile {
  name: 'open' | 'substantial' | 'complete' | 'unrated' | 'overdue' | 'waiting';
  value: number;
  filter: ItemsFilter;
  /** The same figure over the last weeks, where the past is known. */
  past?: number[];
  goodWhen?: 'more' | 'less';
}

/** Where we stand in six figures, each with how it moved and the way to its items. */
export function Tiles({ brief }: { brief: string | undefined }) {
  const { t } = useTranslation(['leadership', 'common']);
  const { slug } = useWorkspace();
  const rollup = useQuery(rollupQuery(slug, 'status', brief));
  const series = useQuery(seriesQuery(slug, brief));
  const { date } = useFormats();
  return (
    <section className={classes.tilesBlock} aria-label={t('tiles')}>
      <QueryState query={rollup} loading={<TilesSkeleton label={t('common:states.loading')} tiles={6} />}>
        {(counted) => (
          <>
            <div className={classes.tiles}>
              {tilesOf(counted, series.data, brief).map((tile) => (
                <OneTile key={tile.name} tile={tile} />
              ))}
            </div>
            <p className={classes.asOf}>
              <time dateTime={counted.asOf}>{t('provenance.asOf', { at: date(counted.asOf, 'dateTime') })}</time>{' '}
              {counted.hidden === 0 ? t('provenance.nothingHidden') : null}
              <Provenance of={t('tiles')} asOf={counted.asOf} formula="groups" hidden={counted.hidden} />
            </p>
          </>
        )}
      </QueryState>
    </section>
  );
}

function tilesOf(counted: Rollup, series: RollupSeries | undefined, brief: string | undefined): Tile[] {
  const whole: ItemsFilter = brief ? { brief } : {};
  const past = (figure: (point: RollupSeries['points'][number]) => number) =>
    series ? { past: series.points.map(figure) } : {};
  const rated = (name: 'substantial' | 'complete', goodWhen: 'more'): Tile => ({
    name,
    value: sum(counted, (group) => group.byRating[name]),
    filter: { ...whole, rating: name },
    goodWhen,
    ...past((point) => point.byRating[name]),
  });
  return [
    {
      name: 'open',
      value: sum(counted, (group) => group.open),
      filter: { ...whole, status: 'open' },
      ...past((point) => point.open),
    },
    rated('substantial', 'more'),
    rated('complete', 'more'),
    {
      name: 'unrated',
      value: sum(counted, (group) => group.byRating.unrated),
      filter: { ...whole, rating: 'none' },
      goodWhen: 'less',
      ...past((point) => point.byRating.unrated),
    },
    { name: 'overdue', value: sum(counted, (group) => group.overdue), filter: { ...whole, overdue: true } },
    { name: 'waiting', value: sum(counted, (group) => group.waiting), filter: { ...whole, waiting: true } },
  ];
}

function OneTile({ tile: { name, value, filter, past, goodWhen } }: { tile: Tile }) {
  const { t } = useTranslation('leadership');
  const { number } = useFormats();
  return (
    <FigureTile
      label={t(`tile.${name}`)}
      value={number(value)}
      note={t(`tileNote.${name}`)}
      trend={past && past.length > 1 ? trendOf(past, goodWhen) : undefined}
      link={(figure) => (
        <ItemsLink filter={filter} label={t('figure', { figure: t(`tile.${name}`), count: value })}>
          {figure}
        </ItemsLink>
      )}
    />
  );

  function trendOf(values: number[], better: Tile['goodWhen']): NonNullable<FigureTileProps['trend']> {
    const change = (values.at(-1) ?? 0) - (values[0] ?? 0);
    const weeks = values.length - 1;
    const direction = change > 0 ? 'up' : change < 0 ? 'down' : 'flat';
    const isGood = (better === 'more' && change > 0) || (better === 'less' && change < 0);
    const tone: Tone = isGood ? 'success' : 'neutral';
    const words =
      change === 0
        ? t('trend.same', { count: weeks })
        : t(`trend.${change > 0 ? 'more' : 'fewer'}`, { change: number(Math.abs(change)), count: weeks });
    return { direction, words, tone, values };
  }
}
