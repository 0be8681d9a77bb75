import { Checkbox } from '@mantine/core';
import { useTable, type RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyRow, type RowActs, type RowLayout } from './body-row.js';
import { dataTableFeatures, type DataTableColumn } from './columns.js';
import { HeadCell } from './head-cell.js';
import { leavingColumns } from './fit-columns.js';
import { useRoom } from './use-room.js';
import { useRowKeys } from './use-row-keys.js';
import classes from './data-table.module.css';

export interface DataTableProps<Row extends RowData> {
  /** Names the table to those who do not see it. */
  label: string;
  columns: DataTableColumn<Row>[];
  /** Keep it stable between renders: the query's own array, or a memo. */
  rows: Row[];
  rowId: (row: Row) => string;
  /** What the row is called, for its checkbox. */
  rowName: (row: Row) => string;
  /** Enter or a click beside the links; the row's own link still does for a middle click. */
  onOpen?: ((row: Row) => void) | undefined;
  selection?: { selected: ReadonlySet<string>; change: (selected: ReadonlySet<string>) => void } | undefined;
  sorting?: { sort: string | undefined; change: (sort: string | undefined) => void } | undefined;
  hidden?: readonly string[] | undefined;
  /** Called as the last rows come near; from `useInfiniteQuery`. */
  more?: { hasMore: boolean; loading: boolean; load: () => void } | undefined;
}

const rowHeight = 40;
const selectWidth = 2.5;
const leastOfGrowing = 14;
const leastOfOthers = 9;

/**
 * A long list as a real table: only the rows in view stand in the document, the head stays, J/K/Enter/X work. Where it is
 * too narrow for all of its columns some leave, so that the others are never squeezed.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, rowName, onOpen, selection, sorting, hidden, more } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller);
  const fitted = columns.map((column) => ({ id: idOf(column), width: widthOf(column), yields: column.meta?.yields }));
  const leaving = leavingColumns(
    fitted.filter(({ id }) => !hidden?.includes(id)),
    room - (selection ? selectWidth : 0),
  );
  const columnVisibility = Object.fromEntries([...(hidden ?? []), ...leaving].map((id) => [id, false]));
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility },
  });
  const model = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // A new function would have every row measured again.
    getItemKey: useCallback((index: number) => model[index]?.id ?? index, [model]),
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();

  const focusRow = useCallback(
    (index: number) => {
      virtualizer.scrollToIndex(index, { align: 'auto' });
      // The row may have to be drawn first.
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus());
    },
    [virtualizer],
  );
  const openAt = onOpen ? (index: number) => model[index] && onOpen(model[index].original) : undefined;
  const toggleAt = selection ? (index: number) => model[index] && toggle(model[index].id) : undefined;
  const { current, take } = useRowKeys({ count: model.length, focus: focusRow, open: openAt, toggle: toggleAt });

  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (more?.hasMore && !more.loading && lastShown >= model.length - 20) more.load();
  }, [more, lastShown, model.length]);

  function toggle(id: string): void {
    const next = new Set(selection?.selected);
    if (!next.delete(id)) next.add(id);
    selection?.change(next);
  }
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const growing = headers.find(({ column }) => column.columnDef.meta?.grows)?.id;
  // Rows keep what they were given, so that scrolling draws those alone that come into view.
  const latest = useRef({ onOpen, toggle, take });
  useLayoutEffect(() => {
    latest.current = { onOpen, toggle, take };
  });
  const acts = useMemo<RowActs<Row>>(
    () => ({
      open: (row) => latest.current.onOpen?.(row),
      toggle: (id) => latest.current.toggle(id),
      take: (index) => latest.current.take(index),
    }),
    [],
  );
  const left = leaving.join(' ');
  const layout = useMemo<RowLayout>(
    () => ({ columns, growing, leaving: left === '' ? [] : left.split(' ') }),
    [columns, growing, left],
  );
  const chosen = selection ? model.filter((row) => selection.selected.has(row.id)).length : 0;
  const needed = headers.reduce((sum, { column }) => sum + widthOf(column.columnDef), selection ? selectWidth : 0);
  const span = headers.length + (selection ? 1 : 0);
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <div ref={scroller} className={classes.scroller} role="region" aria-label={label} tabIndex={0}>
      <table
        className={classes.table}
        style={{ minInlineSize: `${needed}rem` }}
        aria-rowcount={more?.hasMore ? -1 : model.length + 1}
        aria-busy={more?.loading || undefined}
      >
        <colgroup>
          {selection ? <col style={{ inlineSize: `${selectWidth}rem` }} /> : null}
          {headers.map(({ id, column }) => (
            <col
              key={id}
              style={column.columnDef.meta?.grows ? {} : { inlineSize: `${widthOf(column.columnDef)}rem` }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection ? (
              <th className={classes.head} scope="col">
                <Checkbox
                  size="md"
                  aria-label={t('states.allRows')}
                  checked={chosen > 0 && chosen === model.length}
                  indeterminate={chosen > 0 && chosen < model.length}
                  onChange={() =>
                    selection.change(chosen === model.length ? new Set() : new Set(model.map((row) => row.id)))
                  }
                />
              </th>
            ) : null}
            {headers.map((header) => (
              <HeadCell key={header.id} meta={header.column.columnDef.meta} sorting={sorting}>
                <table.FlexRender header={header} />
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 ? <Spacer span={span} height={above} /> : null}
          {items.map(({ index }) => {
            const row = model[index];
            return row ? (
              <BodyRow
                key={row.id}
                row={row}
                table={table}
                index={index}
                measure={virtualizer.measureElement}
                acts={acts}
                opens={onOpen !== undefined}
                selected={selection ? selection.selected.has(row.id) : undefined}
                isEntry={index === Math.max(current, 0)}
                name={selection ? rowName(row.original) : undefined}
                layout={layout}
              />
            ) : null;
          })}
          {below > 0 ? <Spacer span={span} height={below} /> : null}
        </tbody>
      </table>
      {more?.loading ? (
        <div className={classes.more} role="status">
          {t('states.loadingMore')}
        </div>
      ) : null}
    </div>
  );
}

const idOf = <Row extends RowData>(column: DataTableColumn<Row>): string =>
  column.id ?? ('accessorKey' in column ? String(column.accessorKey) : '');
const widthOf = <Row extends RowData>({ meta }: DataTableColumn<Row>): number =>
  meta?.width ?? (meta?.grows ? leastOfGrowing : leastOfOthers);

/** Stands for the rows that are not drawn. */
const Spacer = ({ span, height }: { span: number; height: number }) => (
  <tr aria-hidden="true">
    <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
  </tr>
);
