import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answered, renderScreen } from '../../../testing/render-screen.js';
import { sampleMe } from '../../../testing/sample-me.js';
import { SignInForm } from './sign-in-form.js';

const refusal = { type: 'about:blank', title: 'No', status: 401, code: 'invalid_credentials', requestId: 'r' };

describe('the sign-in form', () => {
  it('asks for both before it asks the server', async () => {
    const { requests } = await renderScreen(<SignInForm onSignedIn={jest.fn()} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Enter your e-mail address.')).toBeInTheDocument();
    expect(screen.getByText('Enter your password.')).toBeInTheDocument();
    expect(requests).toEqual([]);
  });

  it('says aloud that the server refused, and keeps what was typed', async () => {
    const done = jest.fn();
    await renderScreen(<SignInForm onSignedIn={done} />, { answers: { 'POST /auth/login': answered(401, refusal) } });
    await userEvent.type(await screen.findByLabelText('E-mail address'), 'nadia@uptake.example');
    await userEvent.type(screen.getByLabelText('Password'), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail address or password is not right.');
    expect(screen.getByLabelText('E-mail address')).toHaveValue('nadia@uptake.example');
    expect(done).not.toHaveBeenCalled();
  });

  it('goes on once the server knows who it is, with the new session’s token for the next write', async () => {
    const done = jest.fn();
    const { queryClient } = await renderScreen(<SignInForm onSignedIn={done} />, {
      answers: {
        'POST /auth/login': { user: sampleMe.user, csrfToken: 'fresh' },
        'GET /auth/me': { ...sampleMe, csrfToken: 'fresh' },
      },
    });
    await userEvent.type(await screen.findByLabelText('E-mail address'), 'nadia@uptake.example');
    await userEvent.type(screen.getByLabelText('Password'), 'right');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(queryClient.getQueryData(['me'])).toMatchObject({ csrfToken: 'fresh' });
  });
});
