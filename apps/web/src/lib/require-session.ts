import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import type { Me } from '@uptake/contracts';
import { ApiProblem } from './api-problem.js';
import { meQuery } from './session.js';

/** For `beforeLoad`: who is signed in, or off to the sign-in page and back here afterwards. */
export async function requireSession(client: QueryClient, href: string): Promise<Me> {
  try {
    return await client.ensureQueryData(meQuery);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) throw redirect({ to: '/login', search: { next: href } });
    throw error;
  }
}
