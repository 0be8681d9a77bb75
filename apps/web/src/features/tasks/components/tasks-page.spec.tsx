import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../../../testing/render-screen.js';
import { TasksPage } from './tasks-page.js';

const task = (number: number) => ({
  id: `t${number}`,
  number,
  version: 1,
  title: `Task ${number}`,
  status: 'todo',
  visibility: 'workspace',
  recommendation: { id: 'r1', reference: 'IRQ-07', title: 'Open the books' },
  assignee: null,
  team: null,
  dueOn: null,
  overdue: false,
  priority: 'normal',
  progress: 0,
  updatedAt: '2026-05-01T00:00:00Z',
  abilities: {},
});
const asked: string[] = [];
const answers = {
  'GET /workspaces/demo/tasks': ({ url }: { url: string }) => {
    asked.push(url);
    return { items: [task(1), task(2)], nextCursor: null, total: 100_000 };
  },
  'GET /workspaces/demo/members': { items: [], nextCursor: null },
  'GET /workspaces/demo/teams': { items: [], nextCursor: null },
  'GET /workspaces/demo/recommendations': {
    items: [{ id: 'r1', reference: 'IRQ-07', title: 'Open the books' }],
    nextCursor: null,
  },
};

describe('the list of tasks', () => {
  it('shows what the address asks for, and how many there are', async () => {
    const filters = { status: 'todo', q: 'books', sort: '-priority' };
    await renderScreen(<TasksPage filters={filters} onFilters={() => undefined} />, { answers });
    const table = await screen.findByRole('table', {}, { timeout: 10_000 });
    await waitFor(() => expect(within(table).getByRole('link', { name: 'Task 2' })).toBeVisible());
    expect(screen.getByText('100,000 tasks')).toBeVisible();
    const query = new URL(asked.at(-1) ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({ ...filters, count: 'true' });
  });

  it('puts each filter and the sort into the address', async () => {
    const put = jest.fn();
    await renderScreen(<TasksPage filters={{ sort: 'dueOn' }} onFilters={put} />, { answers });
    await screen.findByRole('table', {}, { timeout: 10_000 });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Overdue' }));
    expect(put).toHaveBeenLastCalledWith({ sort: 'dueOn', overdue: true });
    await userEvent.click(screen.getByRole('button', { name: 'Task' }));
    expect(put).toHaveBeenLastCalledWith({ sort: 'title' });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search tasks' }), 'roll');
    await waitFor(() => expect(put).toHaveBeenLastCalledWith({ sort: 'dueOn', q: 'roll' }));
    await userEvent.click(screen.getByRole('combobox', { name: 'Recommendation' }));
    await userEvent.click(await screen.findByRole('option', { name: 'IRQ-07 Open the books', hidden: true }));
    expect(put).toHaveBeenLastCalledWith({ sort: 'dueOn', recommendation: 'r1' });
  });
});
