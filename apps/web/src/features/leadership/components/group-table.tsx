import type { RollupGroup, RollupGrouping } from '@uptake/contracts';
import { ratings } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { filterOf, useGroupName } from '../hooks/use-group-name.js';
import { ItemsCount, ItemsLink, type ItemsFilter } from './items-link.js';
import { RatingBar } from './rating-bar.js';
import classes from './leadership.module.css';

export interface GroupTableProps {
  by: RollupGrouping;
  brief: string | undefined;
  groups: readonly RollupGroup[];
}

interface Column {
  name: 'total' | 'open' | 'closed' | 'overdue' | 'waiting';
  adds: ItemsFilter;
}

const columns: readonly Column[] = [
  { name: 'total', adds: {} },
  { name: 'open', adds: { status: 'open' } },
  { name: 'closed', adds: { status: 'closed' } },
  { name: 'overdue', adds: { overdue: true } },
  { name: 'waiting', adds: { waiting: true } },
];
const order: readonly (string | null)[] = ['open', 'closed', ...ratings];

/** What is already said by the group itself is not said again in a column. */
export function GroupTable({ by, brief, groups }: GroupTableProps) {
  const { t } = useTranslation(['leadership', 'common']);
  const nameOf = useGroupName();
  const shown = columns.filter(({ name }) => by !== 'status' || (name !== 'open' && name !== 'closed'));
  const isState = by === 'status' || by === 'rating';
  const rows = isState ? [...groups].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)) : groups;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.unseen}>{t(`by.${by}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`group.${by}`)}</th>
            {shown.map(({ name }) => (
              <th key={name} scope="col" className={classes.figure}>
                {t(`column.${name}`)}
              </th>
            ))}
            {by === 'rating' ? null : (
              <th scope="col" className={classes.ratings}>
                {t('common:rating.verified')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((group) => {
            const name = nameOf(by, group);
            const filter = filterOf(by, group.key, brief);
            return (
              <tr key={group.key ?? ''}>
                <th scope="row" className={classes.name}>
                  <ItemsLink filter={filter}>
                    <bdi>{name}</bdi>
                  </ItemsLink>
                </th>
                {shown.map((column) => (
                  <td
                    key={column.name}
                    className={classes.figure}
                    data-tone={column.name === 'overdue' && group.overdue > 0 ? 'danger' : undefined}
                  >
                    <ItemsCount
                      count={group[column.name]}
                      filter={{ ...filter, ...column.adds }}
                      label={t('figureOf', {
                        name,
                        figure: t(`column.${column.name}`),
                        count: group[column.name],
                      })}
                    />
                  </td>
                ))}
                {by === 'rating' ? null : (
                  <td>
                    <RatingBar group={group} />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
