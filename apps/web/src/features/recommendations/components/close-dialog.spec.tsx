import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Recommendation } from '@uptake/contracts';
import { renderScreen } from '../../../testing/render-screen.js';
import { CloseDialog } from './close-dialog.js';

const recommendation = { id: 'r1', recordVersion: 3 } as Recommendation;
const to = 'POST /workspaces/demo/recommendations/r1/submissions';

const draw = async () => {
  const close = jest.fn();
  const { requests } = await renderScreen(<CloseDialog recommendation={recommendation} onClose={close} />, {
    answers: { [to]: {} },
  });
  const written = () => requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
  return { close, written };
};
const handIn = () => userEvent.click(screen.getByRole('button', { name: 'Hand in for review' }));

it('hands in what was done, without a reason for what is implemented', async () => {
  const { close, written } = await draw();
  await userEvent.type(await screen.findByLabelText(/What was done/), 'The offices are open.');
  await handIn();
  expect(written()).toEqual([
    { kind: 'closing', narrative: 'The offices are open.', fields: { outcome: 'implemented' }, baseVersion: 3 },
  ]);
  expect(close).toHaveBeenCalled();
});

it('asks for a reason with every other outcome', async () => {
  const { written } = await draw();
  await userEvent.click(await screen.findByRole('combobox', { name: 'Outcome' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Not implemented' }));
  await userEvent.type(screen.getByLabelText(/What was done/), 'Nothing came of it.');
  await handIn();
  expect(written()).toEqual([]);
  await userEvent.type(screen.getByLabelText(/^Reason/), 'The money was cut.');
  await handIn();
  expect(written()).toEqual([
    expect.objectContaining({ fields: { outcome: 'not_implemented', reason: 'The money was cut.' } }),
  ]);
});
