import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../../../testing/render-screen.js';
import { ReviewListPage } from './review-list-page.js';

const member = (id: string, name: string) => ({ id, name, active: true });
const approval = (n: number, changes: object = {}) => ({
  id: `a${n}`,
  state: 'open',
  stage: { key: 'review', name: { en: 'Review' } },
  round: 1,
  revision: 1,
  item: { id: `i${n}`, kind: 'recommendation', reference: `GEN-0${n}`, title: `Item ${n}` },
  submissionId: `s${n}`,
  submissionKind: 'update',
  submissionHash: 'f'.repeat(64),
  submittedBy: member('omar', 'Omar Nasser'),
  member: member('me', 'Me'),
  actingFor: null,
  decidedBy: null,
  openedAt: '2026-05-01T09:00:00Z',
  decidedAt: null,
  verdict: null,
  abilities: { decide: true },
  ...changes,
});

it('names for whom one acts, and decides on the chosen ones with a result for each', async () => {
  const musa = member('musa', 'Musa Karim');
  const { requests } = await renderScreen(<ReviewListPage />, {
    answers: {
      'GET /workspaces/demo/approvals': {
        items: [approval(1), approval(2, { member: musa, actingFor: musa })],
        nextCursor: null,
      },
      'POST /workspaces/demo/bulk-decisions': {
        results: [
          { approvalId: 'a1', status: 200 },
          { approvalId: 'a2', status: 422, problem: { code: 'signature_required' } },
        ],
      },
    },
  });
  expect(await screen.findByText(/You act for Musa Karim/)).toBeTruthy();
  for (const box of await screen.findAllByRole('checkbox', { name: /Item/ })) await userEvent.click(box);
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Seen on site');
  await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
  const refused = await screen.findByRole('alert', { name: '1 was not decided' });
  expect(within(refused).getByText(/GEN-02/)).toBeTruthy();
  expect(refused.textContent).toContain('Open it and decide on it alone.');
  expect(refused.textContent).not.toContain('GEN-01');
  expect(requests.find(({ url }) => url.endsWith('/bulk-decisions'))?.body).toEqual({
    decisions: [
      { approvalId: 'a1', verdict: 'approve', submissionHash: 'f'.repeat(64), reason: 'Seen on site' },
      {
        approvalId: 'a2',
        verdict: 'approve',
        submissionHash: 'f'.repeat(64),
        reason: 'Seen on site',
        onBehalfOf: 'musa',
      },
    ],
  });
});
