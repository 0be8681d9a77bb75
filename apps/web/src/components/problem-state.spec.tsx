import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiProblem } from '../lib/api-problem.js';
import { renderScreen } from '../testing/render-screen.js';
import { ProblemState } from './problem-state.js';

const problem = (status: number, code: 'forbidden' | 'unavailable' | 'not_found', rest = {}) =>
  new ApiProblem({ status, code, title: code, requestId: 'req-1', ...rest });

it('names who can grant what is refused', async () => {
  await renderScreen(<ProblemState error={problem(403, 'forbidden', { grantedBy: ['Leila Haddad'] })} />);
  expect(await screen.findByText('Leila Haddad')).toBeInTheDocument();
});

it('names the cause, offers to try again and shows the request to quote', async () => {
  const retry = jest.fn();
  await renderScreen(<ProblemState error={problem(503, 'unavailable')} retry={retry} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('The server is busy or starting.');
  expect(screen.getByText('req-1')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

it('does not tell what may not be seen from what is not there', async () => {
  await renderScreen(<ProblemState error={problem(404, 'not_found')} />);
  expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeInTheDocument();
  expect(screen.queryByText('req-1')).not.toBeInTheDocument();
});

it('words a broken connection', async () => {
  await renderScreen(<ProblemState error={new TypeError('Failed to fetch')} />, { language: 'ar' });
  expect(await screen.findByRole('alert')).toHaveTextContent('تعذّر الوصول إلى الخادم');
});
