import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MigratedRun, WorkflowMigration } from '@uptake/contracts';
import { renderScreen } from '../../../testing/render-screen.js';
import { MigrateDialog } from './migrate-dialog.js';

const run = (number: number, changes: Partial<MigratedRun>): MigratedRun => ({
  runId: `run-${number}`,
  item: { id: `r${number}`, kind: 'recommendation', reference: `IRQ-0${number}`, title: `Item ${number}` },
  from: 1,
  isReady: true,
  decisions: [],
  askedAnew: [],
  problems: [],
  ...changes,
});
const plan: WorkflowMigration = {
  to: 2,
  dryRun: true,
  runs: [run(1, {}), run(2, { isReady: false, problems: [{ code: 'quorum_not_met', stageKey: 'review' }] })],
  ready: 1,
  hidden: 3,
};
const route = 'POST /workspaces/demo/workflows/w1/migrations';

it('says run by run what would come of it, and carries the chosen ones over with a reason', async () => {
  const close = jest.fn();
  const { requests } = await renderScreen(<MigrateDialog workflowId="w1" to={2} onClose={close} />, {
    answers: { [route]: plan },
  });
  expect(await screen.findByText(/asks for more approvals than were given/)).toBeVisible();
  expect(screen.getByText(/which stay as they are: 3/)).toBeVisible();
  expect(screen.getByRole('checkbox', { name: 'Carry over: Item 2' })).toBeDisabled();
  const go = screen.getByRole('button', { name: 'Carry over: 1' });
  expect(go).toBeDisabled();
  await userEvent.type(screen.getByLabelText(/Why/), 'New law');
  await userEvent.click(go);
  expect(requests.slice(0, 2).map(({ body }) => body)).toEqual([
    { to: 2, dryRun: true },
    { to: 2, runIds: ['run-1'], dryRun: false, reason: 'New law' },
  ]);
  expect(close).toHaveBeenCalled();
});
