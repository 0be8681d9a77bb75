import { actions, type Me } from '@uptake/contracts';

/** A programme manager who may do everything in the workspace `demo`. */
export const sampleMe: Me = {
  user: {
    id: '01930000-0000-7000-8000-000000000001',
    email: 'manager@uptake.example',
    name: 'Nadia Karim',
    language: 'en',
    timeZone: 'UTC',
  },
  csrfToken: 'token',
  memberships: [
    {
      memberId: '01930000-0000-7000-8000-000000000002',
      workspace: { id: '01930000-0000-7000-8000-000000000003', slug: 'demo', name: 'Demonstration' },
      roles: ['manager'],
      abilities: Object.fromEntries(actions.map((action) => [action, true])),
    },
  ],
};
