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
    /** Share of the width, in rem; the widest columns take what is left. */
    width?: number;
    /** Takes what the other columns leave. */
    grows?: boolean;
    /** The API's name of this sort; a column without one cannot be sorted. */
    sort?: string;
    align?: 'start' | 'end';
    /** Left out on narrow screens. */
    wide?: boolean;
  }
}
