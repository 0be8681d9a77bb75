import { Checkbox } from '@mantine/core';
import type { ReactTable, Row as TableRow, RowData } from '@tanstack/react-table';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataTableFeatures } from './columns.js';
import classes from './data-table.module.css';

/** What a row can do; the same object as long as the table stands. */
export interface RowActs<Row> {
  open: (row: Row) => void;
  toggle: (id: string) => void;
  take: (index: number) => void;
}

/** Which columns there are and which of them left; the same object until that changes. */
export interface RowLayout {
  columns: readonly unknown[];
  growing: string | undefined;
  leaving: readonly string[];
}

export interface BodyRowProps<Row extends RowData> {
  row: TableRow<DataTableFeatures, Row>;
  table: ReactTable<DataTableFeatures, Row>;
  index: number;
  measure: (element: HTMLTableRowElement | null) => void;
  acts: RowActs<Row>;
  opens: boolean;
  /** undefined where nothing can be selected. */
  selected: boolean | undefined;
  /** The one that Tab enters. */
  isEntry: boolean;
  /** For its checkbox. */
  name: string | undefined;
  layout: RowLayout;
}

function DrawnRow<Row extends RowData>(props: BodyRowProps<Row>) {
  const { row, table, index, measure, acts, opens, selected, isEntry, name, layout } = props;
  const { t } = useTranslation();
  return (
    <tr
      ref={measure}
      data-index={index}
      data-selected={selected || undefined}
      data-opens={opens || undefined}
      className={classes.row}
      aria-rowindex={index + 2}
      tabIndex={isEntry ? 0 : -1}
      onFocus={() => acts.take(index)}
      onClick={(event: MouseEvent) => {
        if (opens && !isControl(event.target)) acts.open(row.original);
      }}
    >
      {selected === undefined ? null : (
        <td className={classes.cell}>
          <Checkbox
            size="md"
            aria-label={t('states.row', { name })}
            checked={selected}
            onChange={() => acts.toggle(row.id)}
          />
        </td>
      )}
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id} className={classes.cell} data-align={cell.column.columnDef.meta?.align}>
          <table.FlexRender cell={cell} />
          {cell.column.id === layout.growing ? (
            <Under>
              {row
                .getAllCells()
                .filter(({ column }) => column.columnDef.meta?.under && layout.leaving.includes(column.id))
                .map((left) => (
                  <table.FlexRender key={left.id} cell={left} />
                ))}
            </Under>
          ) : null}
        </td>
      ))}
    </tr>
  );
}

/** The table makes its rows anew with each page that comes: what they show is the same as long as the record is. */
const isSame = <Row extends RowData>(before: BodyRowProps<Row>, after: BodyRowProps<Row>): boolean =>
  before.row.original === after.row.original &&
  before.index === after.index &&
  before.selected === after.selected &&
  before.isEntry === after.isEntry &&
  before.opens === after.opens &&
  before.name === after.name &&
  before.layout === after.layout;

export const BodyRow = memo(DrawnRow, isSame) as typeof DrawnRow;

/** What left the row for want of room, below what it belongs to. */
const Under = ({ children }: { children: ReactNode[] }) =>
  children.length > 0 ? <div className={classes.under}>{children}</div> : null;

const isControl = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('a, button, input, label, select, textarea, [role=menu], [role=dialog]') !== null;
