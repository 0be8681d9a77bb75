import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Ability } from '@uptake/contracts';
import { renderScreen } from '../../../testing/render-screen.js';
import { SubmissionPage } from './submission-page.js';

const member = (id: string, name: string) => ({ id, name, active: true });
const stage = (key: string, en: string, state: string, asked: string[]) => ({
  key,
  name: { en },
  kind: 'approval',
  state,
  group: null,
  skippedBy: null,
  isPassedOver: false,
  required: 1,
  approvals: 0,
  openedAt: null,
  closedAt: null,
  asked: asked.map((name) => ({ approvalId: `of ${name}`, member: member(name, name), state: 'open' })),
  couldDecide: [],
});
const submission = (abilities: Record<string, Ability>) => ({
  id: 's1',
  item: { id: 'i1', kind: 'recommendation', reference: 'GEN-01', title: 'Open district offices' },
  kind: 'update',
  revision: 1,
  state: 'in_review',
  narrative: 'Two offices are open.',
  fields: {},
  progress: null,
  rating: null,
  evidence: [],
  baseVersion: 0,
  hash: '',
  submittedBy: member('omar', 'Omar Nasser'),
  submittedAt: '2026-05-01T09:00:00Z',
  revisions: [],
  run: {
    id: 'r1',
    workflow: { key: 'update-review', name: { en: 'Update review' }, version: 1 },
    state: 'active',
    round: 1,
    stages: [stage('review', 'Review', 'open', ['Rana Aziz']), stage('sign-off', 'Sign-off', 'waiting', [])],
    decisions: [],
    overrides: [],
  },
  abilities: { withdraw: { reason: 'not_submitter' }, revise: { reason: 'in_review' }, ...abilities },
});
const draw = (abilities: Record<string, Ability>) =>
  renderScreen(<SubmissionPage id="s1" />, {
    answers: {
      'GET /workspaces/demo/submissions/s1': submission(abilities),
      'GET /workspaces/demo/members': { items: [{ ...member('lina', 'Lina Saad'), roles: [] }], nextCursor: null },
      'POST /workspaces/demo/submissions/s1/cancel': submission(abilities),
      'POST /workspaces/demo/submissions/s1/amendment': submission(abilities),
    },
  });

it('shows every stage that is open at once, and lets a manager change who decides at each of them', async () => {
  const { run, ...rest } = submission({ cancel: true, amend: true });
  const stages = [
    stage('legal', 'Legal', 'open', ['Rana Aziz']),
    stage('money', 'Money', 'open', ['Musa Khalil']),
    { ...stage('board', 'Board', 'waiting', []), isPassedOver: true },
  ];
  await renderScreen(<SubmissionPage id="s1" />, {
    answers: {
      'GET /workspaces/demo/submissions/s1': { ...rest, run: { ...run, stages } },
      'GET /workspaces/demo/members': { items: [], nextCursor: null },
    },
  });
  const stepper = await screen.findByRole('list', { name: 'Stages of review' });
  const current = within(stepper)
    .getAllByRole('listitem')
    .filter((step) => step.getAttribute('aria-current') === 'step');
  expect(current).toHaveLength(2);
  expect(within(stepper).getByText('Waits for Musa Khalil')).toBeTruthy();
  expect(within(stepper).getByText(/nobody is asked here/)).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Change who is asked: Legal' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Change who is asked: Money' })).toBeTruthy();
});

it('lets a manager stop the review, once they have said why', async () => {
  const { requests } = await draw({ cancel: true, amend: true });
  await userEvent.click(await screen.findByRole('button', { name: 'Stop the review' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stop it' }));
  expect(await within(dialog).findByText('Give a reason.')).toBeDefined();
  await userEvent.type(within(dialog).getByRole('textbox'), 'The programme ends.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stop it' }));
  expect(await screen.findByText('The review was stopped.')).toBeDefined();
  const sent = requests.filter(({ method }) => method === 'POST');
  expect(sent.map(({ url, body }) => [url, body])).toEqual([
    ['/api/v1/workspaces/demo/submissions/s1/cancel', { reason: 'The programme ends.' }],
  ]);
});

it('lets a manager ask others at the stage that is open', async () => {
  const { requests } = await draw({ cancel: true, amend: true });
  await userEvent.click(await screen.findByRole('button', { name: 'Change who is asked' }));
  const dialog = await screen.findByRole('dialog', { name: 'Who is asked: Review' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Rana is on leave.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ask them' }));
  expect(await within(dialog).findByText('Choose somebody to ask, or somebody to ask no more.')).toBeDefined();
  await userEvent.click(within(dialog).getByRole('combobox', { name: 'Ask no more' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Rana Aziz' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ask them' }));
  expect(await screen.findByText('Who is asked has changed.')).toBeDefined();
  expect(requests.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    { stageKey: 'review', addMemberIds: [], removeMemberIds: ['Rana Aziz'], reason: 'Rana is on leave.' },
  ]);
});

it('shows neither to people who could never do it', async () => {
  await draw({ cancel: { reason: 'not_your_role' }, amend: { reason: 'not_your_role' } });
  await screen.findByRole('button', { name: 'Withdraw' });
  expect(screen.queryByRole('button', { name: 'Stop the review' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Change who is asked' })).toBeNull();
});
