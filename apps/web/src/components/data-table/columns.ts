import {
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  type ColumnDef,
  type RowData,
} from '@tanstack/react-table';

/** Rows are sorted, filtered and paged by the server; the table keeps the column model and which columns are shown. */
export const dataTableFeatures = tableFeatures({ columnVisibilityFeature });
export type DataTableFeatures = typeof dataTableFeatures;

export type DataTableColumn<Row extends RowData> = ColumnDef<DataTableFeatures, Row, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a column's value type is its own affair

/** `columnsOf<Task>()` gives `accessor` and `display`; make columns in a memo or outside of the component. */
export const columnsOf = <Row extends RowData>() => createColumnHelper<DataTableFeatures, Row>();

declare module '@tanstack/react-table' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the library's own signature
  interface ColumnMeta<TFeatures, TData, TValue> {
    /** In rem; of the column that grows it is the least it is given. */
    width?: number;
    /** Takes what the other columns leave. */
    grows?: boolean;
    /** The API's name of this sort; a column without one cannot be sorted. */
    sort?: string;
    align?: 'start' | 'end';
    /** Leaves a table that is too narrow, the highest number first; a column without it stays. */
    yields?: number;
    /** Having left, it stands small below what grows. */
    under?: boolean;
  }
}
