import { createHash } from 'node:crypto';
import { SealedTrail, SeededRandom, TableRows } from '@uptake/cli';
import type { WorkflowDefinition } from '@uptake/contracts';
import { type WorkflowVersion, publishVersion, updateReview } from '@uptake/domain';
import { hashSecret } from '@uptake/platform';
import type { CanonicalData } from './canonical-data.js';

export const SLUG = 'limit';
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface MadeMember {
  userId: string;
  memberId: string;
  isApprover: boolean;
}

/** A workspace of the kit's people and recommendations, with the rows that wait; tasks are added to it page by page. */
export interface MadeWorkspace {
  readonly random: SeededRandom;
  readonly rows: TableRows;
  readonly trail: SealedTrail;
  readonly workspaceId: string;
  /** The first instant of its history, and its last; milliseconds. */
  readonly start: number;
  readonly now: number;
  /** By the kit's user id. */
  readonly members: ReadonlyMap<number, MadeMember>;
  /** By the kit's project id. */
  readonly recommendations: ReadonlyMap<number, { id: string; approverIds: readonly string[] }>;
  readonly workflow: { id: string; version: WorkflowVersion };
}

export function makeWorkspace(data: CanonicalData): MadeWorkspace {
  const random = new SeededRandom(1);
  const rows = new TableRows();
  const start = Date.parse('2025-12-01T00:00:00Z');
  const now = Date.parse('2026-11-01T00:00:00Z');
  const at = new Date(start);
  const workspaceId = random.uuid(start);
  const world = { random, rows, workspaceId, now };
  const trail = new SealedTrail(world);
  rows.add('workspace', { id: workspaceId, slug: SLUG, name: 'The data of the limit', created_at: at });
  const members = makeMembers(data, random, rows, workspaceId, start);
  const workflow = makeWorkflow(random, rows, workspaceId, start);
  const made = { random, rows, trail, workspaceId, start, now, members, workflow };
  return { ...made, recommendations: makeRecommendations(data, made) };
}

/** The tokens are the kit's own, so that its driver can sign in. Approvers are managers; everybody else contributes. */
function makeMembers(
  { users, membersOf }: CanonicalData,
  random: SeededRandom,
  rows: TableRows,
  workspaceId: string,
  start: number,
): Map<number, MadeMember> {
  const at = new Date(start);
  const approvers = new Set([...membersOf.values()].flatMap((of) => of.slice(0, 2)));
  const members = new Map<number, MadeMember>();
  for (const { id, name, mail, token } of users) {
    const userId = random.uuid(start);
    const memberId = random.uuid(start);
    const isApprover = approvers.has(id);
    members.set(id, { userId, memberId, isApprover });
    const roles = [isApprover ? 'manager' : 'contributor'];
    rows.add('app_user', { id: userId, email: mail, name, created_at: at });
    rows.add('member', { workspace_id: workspaceId, id: memberId, user_id: userId, name, roles, joined_at: at });
    const hint = `${token.slice(0, 8)}…`;
    rows.add('api_token', {
      id: random.uuid(start),
      user_id: userId,
      name: 'limit',
      token_hash: hashSecret(token),
      hint,
      created_at: at,
    });
  }
  return members;
}

/** One stage: either of those who have the recommendation decides. */
function makeWorkflow(
  random: SeededRandom,
  rows: TableRows,
  workspaceId: string,
  start: number,
): MadeWorkspace['workflow'] {
  const at = new Date(start);
  const id = random.uuid(start);
  const template = updateReview();
  const stages = template.stages.flatMap((stage): WorkflowDefinition['stages'] => {
    if (stage.kind !== 'approval') return [stage];
    return stage.key === 'review' ? [{ ...stage, eligibility: [{ ownerOf: 'parent' }], quorum: { kind: 'any' } }] : [];
  });
  const definition: WorkflowDefinition = { ...template, key: 'owner-review', stages };
  const published = publishVersion({ id: random.uuid(start), number: 1, definition }, sha256);
  if (!published.ok) throw new Error('The one-stage workflow cannot be published');
  const { version } = published;
  const workflow = { workspace_id: workspaceId, id, key: definition.key, name: definition.name };
  rows.add('workflow', { ...workflow, subject: 'update', created_at: at });
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
  return { id, version };
}

/** Each is owned by a team of its two approvers. */
function makeRecommendations(
  { projects, membersOf }: CanonicalData,
  { random, rows, trail, workspaceId, start, members }: Omit<MadeWorkspace, 'recommendations'>,
): MadeWorkspace['recommendations'] {
  const at = new Date(start);
  const made = new Map<number, { id: string; approverIds: string[] }>();
  for (const { id: project, name } of projects) {
    const id = random.uuid(start);
    const teamId = random.uuid(start);
    const reference = `REC-${project}`;
    const approverIds = [...new Set((membersOf.get(project) ?? []).slice(0, 2))].map(
      (user) => members.get(user)?.memberId ?? '',
    );
    rows.add('team', { workspace_id: workspaceId, id: teamId, name: `Owners of ${reference}`, created_at: at });
    for (const memberId of approverIds)
      rows.add('team_member', { workspace_id: workspaceId, team_id: teamId, member_id: memberId });
    rows.add('item', {
      workspace_id: workspaceId,
      id,
      kind: 'recommendation',
      reference,
      parent_id: null,
      root_id: id,
      title: name,
      owner_id: null,
      team_id: teamId,
      visibility: 'workspace',
      lifecycle: 'open',
      status: 'open',
      priority: 'normal',
      due_on: null,
      waiting: false,
      created_by: approverIds[0],
      created_at: at,
      updated_at: at,
      closed_at: null,
    });
    rows.add('recommendation', {
      workspace_id: workspaceId,
      item_id: id,
      text: name,
      language: 'en',
      direction: 'ltr',
    });
    trail.add({
      type: 'recommendation.created',
      at,
      actorId: approverIds[0] ?? null,
      subject: { kind: 'recommendation', id },
      itemId: id,
      correlation: `made-${id}`,
      data: { reference, visibility: 'workspace' },
      personal: { title: name, text: name },
    });
    made.set(project, { id, approverIds });
  }
  rows.add('counter', { workspace_id: workspaceId, name: 'ref:REC', value: projects.length });
  return made;
}
