import type { Role } from '@uptake/contracts';

export interface DemoPerson {
  /** Before the @ of their address. */
  address: string;
  name: string;
  roles: Role[];
  language: 'en' | 'ar';
}

export const demoPeople = {
  admin: { address: 'admin', name: 'Amal Karim', roles: ['admin'], language: 'en' },
  manager: { address: 'manager', name: 'Mariam Aziz', roles: ['manager'], language: 'en' },
  secondManager: { address: 'second.manager', name: 'Dilan Rashid', roles: ['manager'], language: 'en' },
  contributor: { address: 'contributor', name: 'Omar Nasser', roles: ['contributor'], language: 'en' },
  reviewer: { address: 'reviewer', name: 'Rezan Ahmad', roles: ['reviewer'], language: 'en' },
  secondReviewer: {
    address: 'second.reviewer',
    name: 'Huda Salim',
    roles: ['reviewer', 'contributor'],
    language: 'en',
  },
  leader: { address: 'leader', name: 'Layla Hassan', roles: ['leader'], language: 'en' },
} satisfies Record<string, DemoPerson>;

export type DemoName = keyof typeof demoPeople;
export const demoNames = Object.keys(demoPeople) as DemoName[];
