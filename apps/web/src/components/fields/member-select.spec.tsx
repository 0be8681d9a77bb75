import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../../testing/render-screen.js';
import { MemberSelect } from './member-select.js';

const member = (id: string, name: string, active = true) => ({
  id,
  name,
  active,
  roles: ['contributor'],
  email: '',
  teams: [],
  version: 1,
  joinedAt: '',
  abilities: {},
});

it('offers all members of all pages but those who have left', async () => {
  const change = jest.fn();
  await renderScreen(<MemberSelect label="Owner" onChange={change} />, {
    answers: {
      'GET /workspaces/demo/members': ({ url }: { url: string }) =>
        url.includes('cursor=2')
          ? { items: [member('b', 'Omar Saleh'), member('c', 'Tom Becker', false)], nextCursor: null }
          : { items: [member('a', 'Leila Haddad')], nextCursor: '2' },
    },
  });
  await screen.findByRole('combobox', { name: 'Owner' });
  await userEvent.click(await screen.findByRole('combobox', { name: 'Owner' }));
  expect(
    (await screen.findAllByRole('option')).map((option) => option.getAttribute('value') ?? option.textContent),
  ).toHaveLength(2);
  await userEvent.click(screen.getByText('Omar Saleh'));
  expect(change).toHaveBeenCalledWith('b', expect.anything());
});
