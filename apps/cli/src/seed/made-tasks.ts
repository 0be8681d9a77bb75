import { setImmediate } from 'node:timers/promises';
import type { TaskStatus } from '@uptake/contracts';
import type { AudienceFacts } from '@uptake/domain';
import type { MadeNotices } from './made-notices.js';
import type { MadeRecommendation } from './made-recommendations.js';
import type { MadeRuns, RunFate, RunLeft } from './made-run.js';
import { DAY, HOUR, type MadeWorld, madeDueOn, workerOf } from './made-world.js';
import { madeTitle } from './made-words.js';
import type { SealedTrail } from './sealed-trail.js';

const share: ReadonlyArray<readonly [upTo: number, status: TaskStatus]> = [
  [0.36, 'todo'],
  [0.6, 'in_progress'],
  [0.63, 'in_approval'],
  [0.635, 'changes_requested'],
  [0.95, 'done'],
  [1, 'dropped'],
];
/** How many of those done were approved by a run; the others went without one. */
const DONE_BY_RUN = 0.05;

/** Tasks in the order of their numbers, which is that of their making, so that a hundred thousand need not be in memory at once. */
export class MadeTasks {
  /** The last task of each recommendation: what a later one may depend on or be a part of. */
  private readonly lastOf = new Map<string, string>();

  constructor(
    private readonly world: MadeWorld,
    private readonly trail: SealedTrail,
    private readonly notices: MadeNotices,
    private readonly runs: MadeRuns,
    private readonly recommendations: readonly MadeRecommendation[],
    private readonly count: number,
  ) {}

  /** Pauses every few, so that what is being written meanwhile can go on. */
  async make(first: number, last: number): Promise<void> {
    for (let number = first; number <= last; number += 1) {
      this.one(number);
      if (number % 50 === 0) await setImmediate();
    }
  }

  private one(number: number): void {
    const { random, rows, workspaceId, teams, managerIds, start, now } = this.world;
    // some have hundreds, most a few dozen
    const root = this.recommendations[Math.floor(random.next() ** 1.6 * this.recommendations.length)];
    if (!root) throw new Error('Tasks need a recommendation');
    const at = Math.max(
      root.at + HOUR,
      Math.round(start + 62 * DAY + (number / this.count) * (now - start - 65 * DAY)),
    );
    const id = random.uuid(at);
    const team = random.chance(0.08) ? random.pick(teams) : null;
    const ownerId = team || random.chance(0.04) ? null : workerOf(this.world);
    const creator = root.ownerId ?? random.pick(managerIds);
    const item: AudienceFacts['item'] = {
      ownerId,
      teamId: team?.id ?? null,
      teamMemberIds: team?.memberIds ?? [],
      contributorIds: [],
      rootOwnerId: root.ownerId,
    };
    const drawn = random.next();
    const status = share.find(([upTo]) => drawn < upTo)?.[1] ?? 'todo';
    const { status: stands, run } = this.judge(status, root, { id, item, ownerId, at });
    const isClosed = stands === 'done' || stands === 'dropped';
    const dueOn = madeDueOn(this.world);
    const above = this.lastOf.get(root.id);
    const isPart = above !== undefined && random.chance(0.03);
    const parentId = isPart ? above : root.id;
    if (!isPart) this.lastOf.set(root.id, id);

    const about = { actorId: creator, subject: { kind: 'task', id }, itemId: id, correlation: `made-${id}` };
    const entry = {
      ...about,
      type: 'task.created' as const,
      at: new Date(at),
      data: { number, recommendationId: root.id, parentId, assigneeId: ownerId, teamId: team?.id ?? null, dueOn },
    };
    this.notices.tell(this.trail.add(entry), entry, { item });
    const movedAt = run?.movedAt ?? (stands === 'todo' ? at : Math.min(now, at + (1 + random.below(40)) * DAY));
    if (!run && stands !== 'todo') {
      this.trail.add({
        ...about,
        type: 'task.status-changed',
        actorId: ownerId ?? creator,
        at: new Date(movedAt),
        data: { move: stands === 'dropped' ? 'drop' : 'start', status: { from: 'todo', to: stands } },
      });
    }
    rows.add('item', {
      workspace_id: workspaceId,
      id,
      kind: 'task',
      reference: String(number),
      parent_id: parentId,
      root_id: root.id,
      title: madeTitle(random),
      owner_id: ownerId,
      team_id: team?.id ?? null,
      visibility: root.visibility,
      lifecycle: isClosed ? 'closed' : 'open',
      status: stands,
      priority: random.pick(['low', 'normal', 'normal', 'normal', 'high', 'urgent']),
      due_on: dueOn,
      waiting: run?.isWaiting ?? false,
      record_version: run?.recordVersion ?? 0,
      created_by: creator,
      created_at: new Date(at),
      updated_at: new Date(movedAt),
      closed_at: isClosed ? new Date(movedAt) : null,
    });
    rows.add('task', {
      workspace_id: workspaceId,
      item_id: id,
      number,
      progress: stands === 'done' ? 100 : stands === 'todo' || stands === 'dropped' ? 0 : random.below(95),
      drop_reason: stands === 'dropped' ? 'Others do it already' : null,
    });
    for (const { memberId, part } of run?.parts ?? [])
      rows.add('item_participant', { workspace_id: workspaceId, item_id: id, member_id: memberId, part });
    if (above !== undefined && !isPart && random.chance(0.04))
      rows.add('item_dependency', { workspace_id: workspaceId, item_id: id, depends_on_id: above });
    if (random.chance(0.05)) {
      const steps = ['Ask who knows', 'Write it down', 'Have it read'];
      rows.add(
        'checklist_entry',
        ...steps.map((text, position) => ({
          workspace_id: workspaceId,
          id: random.uuid(at),
          item_id: id,
          position,
          text,
          done: isClosed || random.chance(0.3),
        })),
      );
    }
  }

  /** Whether a run stands behind the status. What nobody does or may not be judged in the open has none, and is in progress instead. */
  private judge(
    status: TaskStatus,
    root: MadeRecommendation,
    task: { id: string; item: AudienceFacts['item']; ownerId: string | null; at: number },
  ): { status: TaskStatus; run: RunLeft | null } {
    const { random, now } = this.world;
    const { id: itemId, item, ownerId: submitterId } = task;
    const asksRun =
      status === 'in_approval' || status === 'changes_requested' || (status === 'done' && random.chance(DONE_BY_RUN));
    if (!asksRun) return { status, run: null };
    if (!submitterId || root.visibility !== 'workspace') return { status: 'in_progress', run: null };
    const fate: RunFate =
      status === 'done'
        ? 'approved'
        : status === 'changes_requested'
          ? 'changes_requested'
          : random.pick(['in_review', 'in_review', 'in_sign_off', 'revised']);
    const at = Math.max(task.at + HOUR, Math.min(now - 6 * DAY, task.at + random.below(30) * DAY));
    const run = this.runs.make({
      itemId,
      item,
      submitterId,
      at,
      fate,
      progress: status === 'done' ? 100 : 60,
      rating: null,
    });
    return { status, run };
  }
}
