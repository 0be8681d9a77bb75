import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Recommendation } from '@uptake/contracts';
import { answered, renderScreen } from '../../../testing/render-screen.js';
import { CloseDialog } from './close-dialog.js';

const recommendation = { id: 'r1', recordVersion: 3 } as Recommendation;
const to = 'POST /workspaces/demo/recommendations/r1/submissions';

const draw = async (answer: unknown = {}) => {
  const close = jest.fn();
  const { requests } = await renderScreen(<CloseDialog recommendation={recommendation} onClose={close} />, {
    answers: { [to]: answer },
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

it('says where people are lacking and whom a manager could ask, and hands in all the same when told to', async () => {
  const shortages = [
    {
      stages: [{ key: 'review', name: { en: 'Review' } }],
      required: 1,
      available: 0,
      couldBeAdded: [{ id: 'm7', name: 'Sara Aziz', active: true }],
    },
  ];
  const lacking = { type: 'about:blank', title: 'Conflict', status: 409, code: 'nobody_eligible', requestId: 'req-1' };
  const { close, written } = await draw(({ body }: { body: { acceptShortage?: boolean } }) =>
    body.acceptShortage ? {} : answered(409, { ...lacking, current: { shortages } }),
  );
  await userEvent.type(await screen.findByLabelText(/What was done/), 'The offices are open.');
  await handIn();
  expect(await screen.findByText(/Review: 1 person is needed, 0 can decide/)).toBeVisible();
  expect(screen.getByText('Sara Aziz')).toBeVisible();
  expect(close).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Hand in all the same' }));
  expect(written().at(-1)).toMatchObject({ narrative: 'The offices are open.', acceptShortage: true });
  expect(close).toHaveBeenCalled();
});
