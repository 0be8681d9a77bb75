/** What a workspace holds, as the live stream and every query name it. */
export const resources = [
  'workspace',
  'members',
  'teams',
  'invitations',
  'briefs',
  'statements',
  'parties',
  'recommendations',
  'tasks',
  'submissions',
  'approvals',
  'delegations',
  'evidence',
  'activity',
  'notifications',
  'rollups',
  'workflows',
  'audit',
  'mail',
  'search',
] as const;
export type Resource = (typeof resources)[number];

export const meKey = ['me'] as const;

/** Key of a query about a workspace; begin every one with it, so that the live stream can find it. */
export const inWorkspace = (slug: string, resource: Resource, ...rest: readonly unknown[]) =>
  ['w', slug, resource, ...rest] as const;
