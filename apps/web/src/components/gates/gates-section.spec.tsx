import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Ability, ItemGates } from '@uptake/contracts';
import { renderScreen } from '../../testing/render-screen.js';
import { GatesSection } from './gates-section.js';

const roads = { id: 'r2', kind: 'recommendation' as const, reference: 'GEN-02', title: 'Mend the roads' };
const gate = { date: null, offsetDays: null, opensOn: null };
const gates = (change: Ability): ItemGates => ({
  waitsFor: [
    { ...gate, id: 'g1', kind: 'approved', item: roads, isHidden: false, isMet: false },
    { ...gate, id: 'g2', kind: 'closed', item: null, isHidden: true, isMet: null },
    {
      id: 'g3',
      kind: 'date',
      item: null,
      isHidden: false,
      isMet: true,
      date: '2026-06-01',
      offsetDays: -30,
      opensOn: '2026-05-02',
    },
  ],
  waitedForBy: [{ id: 'g4', kind: 'approved', item: { ...roads, kind: 'task', reference: '7' }, isHidden: false }],
  abilities: { change },
});
const draw = (change: Ability) =>
  renderScreen(<GatesSection item={{ id: 'r1', kind: 'recommendation' }} />, {
    answers: {
      'GET /workspaces/demo/recommendations/r1/gates': gates(change),
      'POST /workspaces/demo/recommendations/r1/gates': gates(change),
      'DELETE /workspaces/demo/recommendations/r1/gates/g1': { ...gates(change), waitsFor: [] },
    },
  });

it('shows what is waited for and what waits, and names nothing that one may not see', async () => {
  await draw({ reason: 'not_your_role' });
  const list = await screen.findByRole('list', { name: 'Waits for' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'approval of GEN-02 Mend the roads (not yet)',
    'the end of something you may not see ',
    expect.stringMatching(/^the day .*2026.* \(there already\)$/),
  ]);
  expect(within(screen.getByRole('list', { name: 'Waited for by' })).getByRole('link')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Wait no longer/ })).toBeNull();
});

it('lets those who may wait for a day, and wait no longer', async () => {
  const { requests } = await draw(true);
  await screen.findByRole('list', { name: 'Waits for' });
  await userEvent.click(await screen.findByRole('button', { name: 'Wait for something' }));
  const dialog = await screen.findByRole('dialog', { name: 'Wait for something' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Wait for it' }));
  expect(await within(dialog).findByText('Choose what to wait for.')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('combobox', { name: 'What has to come first' }));
  await userEvent.click(await screen.findByRole('option', { name: 'A day comes' }));
  await userEvent.type(within(dialog).getByLabelText(/^Date/), '2026-06-01');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Wait for it' }));
  expect(await screen.findByText('It waits for that now.')).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'Wait no longer for Mend the roads' }));
  expect(await screen.findByText(/It waits for nothing/)).toBeTruthy();
  const sent = requests.filter(({ method }) => method !== 'GET');
  expect(sent.map(({ method, body }) => [method, body])).toEqual([
    ['POST', { kind: 'date', date: '2026-06-01', offsetDays: 0 }],
    ['DELETE', undefined],
  ]);
});
