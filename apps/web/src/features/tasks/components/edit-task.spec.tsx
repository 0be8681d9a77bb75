import { expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Task } from '@uptake/contracts';
import { answered, renderScreen } from '../../../testing/render-screen.js';
import { EditTask } from './edit-task.js';

const task = {
  id: 't1',
  version: 4,
  title: 'Find a house',
  description: '',
  priority: 'normal',
  dependsOn: [],
  recommendation: null,
} as unknown as Task;
const to = 'PATCH /workspaces/demo/tasks/t1';

const edit = async (answer: unknown) => {
  const close = jest.fn();
  const { requests } = await renderScreen(<EditTask task={task} onClose={close} />, { answers: { [to]: answer } });
  const title = await screen.findByLabelText(/Title/);
  await userEvent.clear(title);
  await userEvent.type(title, 'Rent a house');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  return { close, written: requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body) };
};

it('saves what was changed against the version that was read', async () => {
  const { close, written } = await edit({});
  expect(written).toEqual([{ title: 'Rent a house', description: '', priority: 'normal', dependsOn: [], version: 4 }]);
  expect(close).toHaveBeenCalled();
});

it('keeps what was written when it is refused, and says why once', async () => {
  const { close } = await edit(
    answered(409, {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'version_conflict',
      requestId: 'req-1',
    }),
  );
  const dialog = await screen.findByRole('dialog');
  const said = await within(dialog).findByRole('alert');
  expect(said).toBeVisible();
  expect(screen.getAllByText(said.textContent ?? '')).toHaveLength(1);
  expect(within(dialog).getByLabelText(/Title/)).toHaveValue('Rent a house');
  expect(close).not.toHaveBeenCalled();
});
