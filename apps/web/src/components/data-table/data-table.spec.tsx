import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderScreen } from '../../testing/render-screen.js';
import { columnsOf } from './columns.js';
import { DataTable, type DataTableProps } from './data-table.js';

interface Row {
  id: string;
  title: string;
}
const column = columnsOf<Row>();
const columns = [column.accessor('title', { header: 'Title', meta: { sort: 'title', grows: true } })];
const rows: Row[] = Array.from({ length: 500 }, (_, index) => ({ id: `r${index}`, title: `Row ${index}` }));

function Sample(props: Partial<DataTableProps<Row>>) {
  const [selected, change] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Rows"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.title}
      selection={{ selected, change }}
      {...props}
    />
  );
}

describe('the table', () => {
  it('draws only the rows near the view, and tells how many there are', async () => {
    await renderScreen(<Sample />);
    const table = await screen.findByRole('table');
    expect(table).toHaveAttribute('aria-rowcount', '501');
    await waitFor(() => expect(within(table).getAllByRole('row').length).toBeGreaterThan(5));
    expect(within(table).getAllByRole('row').length).toBeLessThan(100);
  });

  it('asks for the sort and leaves the order to the server', async () => {
    const change = jest.fn();
    await renderScreen(<Sample sorting={{ sort: 'title', change }} />);
    expect(await screen.findByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Title' }));
    expect(change).toHaveBeenCalledWith('-title');
  });

  it('moves by J and K, selects by X and opens by Enter', async () => {
    const open = jest.fn();
    await renderScreen(<Sample onOpen={open} />);
    await screen.findByText('Row 0');
    await userEvent.keyboard('jjk');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Row 0'));
    await userEvent.keyboard('jx');
    expect(await screen.findByRole('checkbox', { name: 'Select Row 1' })).toBeChecked();
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Row 1'));
    await userEvent.keyboard('{Enter}');
    expect(open).toHaveBeenCalledWith(rows[1]);
  });

  it('selects all rows that are there, and none at the second press', async () => {
    await renderScreen(<Sample />);
    const all = await screen.findByRole('checkbox', { name: 'Select all rows shown' });
    await userEvent.click(all);
    expect(screen.getByRole('checkbox', { name: 'Select Row 3' })).toBeChecked();
    await userEvent.click(all);
    expect(screen.getByRole('checkbox', { name: 'Select Row 3' })).not.toBeChecked();
  });

  it('does not open the row when its checkbox is pressed', async () => {
    const open = jest.fn();
    await renderScreen(<Sample onOpen={open} />);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Row 2' }));
    expect(open).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText('Row 2'));
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('asks for more as its end comes near', async () => {
    const load = jest.fn();
    await renderScreen(<Sample rows={rows.slice(0, 8)} more={{ hasMore: true, loading: false, load }} />);
    await waitFor(() => expect(load).toHaveBeenCalled());
  });
});
