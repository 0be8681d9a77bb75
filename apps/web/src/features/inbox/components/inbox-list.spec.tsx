import { expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../../../testing/render-screen.js';
import { InboxPage } from './inbox-page.js';

const told = (number: number) => ({
  id: `n${number}`,
  type: 'task.created',
  reason: 'assigned',
  workspace: { slug: 'demo', name: 'Demo' },
  item: { id: `i${number}`, kind: 'task', reference: String(number), title: `Task ${number}` },
  approvalId: null,
  actor: null,
  data: {},
  at: new Date(Date.parse('2026-05-01T00:00:00Z') - number * 60_000).toISOString(),
  readAt: null,
});
const page = (from: number) => ({
  items: Array.from({ length: 200 }, (_, i) => told(from + i)),
  nextCursor: from < 400 ? String(from + 200) : null,
  unread: 600,
});

it('draws only the entries near the view, and moves by J beyond them', async () => {
  const search = jest.fn();
  await renderScreen(<InboxPage search={{ open: 'i150' }} onSearch={search} />, {
    answers: {
      'GET /notifications': ({ url }: { url: string }) => page(Number(/cursor=(\d+)/.exec(url)?.[1] ?? 0)),
    },
  });
  const list = await screen.findByRole('list', { name: 'Inbox' });
  await waitFor(() => expect(within(list).getAllByRole('listitem').length).toBeGreaterThan(5));
  expect(within(list).getAllByRole('listitem').length).toBeLessThan(100);
  await userEvent.keyboard('j');
  expect(search).toHaveBeenCalledWith({ open: 'i151' });
});
