import type { Role } from '@uptake/contracts';
import { publishVersion } from '@uptake/domain';
import { shippedWorkflows } from '@uptake/persistence';
import { hashSecret } from '@uptake/platform';
import { partyNames, personName, teamNames } from './made-words.js';
import { DAY, type MadePerson, type MadeWorld, sha256 } from './made-world.js';
import { SeededRandom } from './random.js';
import { TableRows } from './table-rows.js';

const roles: readonly Role[] = [
  'admin',
  'manager',
  'manager',
  'manager',
  'manager',
  'reviewer',
  'reviewer',
  'reviewer',
  'reviewer',
  'leader',
  'leader',
];

export interface WorldOptions {
  slug: string;
  seed: number;
  /** Where the made history ends, milliseconds. */
  now: number;
  people: number;
  /** Of those who can sign in by it. */
  passwordHash: string;
}

/** The people, teams, parties and workflows of a made workspace, with their rows. */
export function makeWorld({ slug, seed, now, people: count, passwordHash }: WorldOptions): MadeWorld {
  const random = new SeededRandom(seed);
  const rows = new TableRows();
  const start = now - 300 * DAY;
  const at = new Date(start);
  const workspaceId = random.uuid(start);
  rows.add('workspace', { id: workspaceId, slug, name: `Made workspace ${slug}`, created_at: at });

  const people = makePeople(random, slug, start, count);
  for (const { userId, memberId, name, email, roles: held, token } of people) {
    rows.add('app_user', { id: userId, email, name, password_hash: passwordHash, created_at: at });
    rows.add('member', { workspace_id: workspaceId, id: memberId, user_id: userId, name, roles: held, joined_at: at });
    rows.add('api_token', {
      id: random.uuid(start),
      user_id: userId,
      name: 'seed',
      token_hash: hashSecret(token),
      hint: `${token.slice(0, 8)}…`,
      created_at: at,
    });
  }
  const teams = teamNames.map((name) => ({
    id: random.uuid(start),
    name,
    memberIds: people.filter(() => random.chance(1 / teamNames.length)).map((person) => person.memberId),
  }));
  for (const { id, name, memberIds } of teams) {
    rows.add('team', { workspace_id: workspaceId, id, name, created_at: at });
    rows.add(
      'team_member',
      ...memberIds.map((member) => ({ workspace_id: workspaceId, team_id: id, member_id: member })),
    );
  }
  const parties = partyNames.map((name) => ({ id: random.uuid(start), name }));
  rows.add(
    'party',
    ...parties.map(({ id, name }) => ({ workspace_id: workspaceId, id, name, created_at: at, updated_at: at })),
  );

  const of = (role: Role) => people.filter((person) => person.roles.includes(role)).map((person) => person.memberId);
  const workflow = makeWorkflows(random, rows, workspaceId, start);
  return {
    random,
    rows,
    workspaceId,
    slug,
    start,
    now,
    people,
    managerIds: of('manager'),
    reviewerIds: of('reviewer'),
    teams,
    parties,
    workflow,
  };
}

function makePeople(random: SeededRandom, slug: string, start: number, count: number): MadePerson[] {
  const made = new Map<Role, number>();
  return Array.from({ length: count }, (_, i) => {
    const role = roles[i] ?? 'contributor';
    const number = (made.get(role) ?? 0) + 1;
    made.set(role, number);
    return {
      userId: random.uuid(start),
      memberId: random.uuid(start),
      name: personName(i),
      email: `${role}${number}@${slug}.example`,
      roles: [role],
      token: `upt_${random.hex(40)}`,
    };
  });
}

/** What every workspace begins with, under ids that follow from the seed; answers the one that judges updates. */
function makeWorkflows(
  random: SeededRandom,
  rows: TableRows,
  workspaceId: string,
  start: number,
): MadeWorld['workflow'] {
  const at = new Date(start);
  const made = shippedWorkflows().map((definition) => {
    const id = random.uuid(start);
    const published = publishVersion({ id: random.uuid(start), number: 1, definition }, sha256);
    if (!published.ok) throw new Error(`The shipped workflow ${definition.key} cannot be published`);
    const { version } = published;
    rows.add('workflow', {
      workspace_id: workspaceId,
      id,
      key: definition.key,
      name: definition.name,
      subject: definition.subjects[0],
      judges: true,
      created_at: at,
    });
    rows.add('workflow_version', {
      workspace_id: workspaceId,
      id: version.id,
      workflow_id: id,
      number: 1,
      status: 'published',
      definition,
      hash: version.hash,
      created_at: at,
      published_at: at,
    });
    return { id, version, subject: definition.subjects[0] };
  });
  const workflow = made.find(({ subject }) => subject === 'update');
  if (!workflow) throw new Error('No shipped workflow judges updates');
  return workflow;
}
