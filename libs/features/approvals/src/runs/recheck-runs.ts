import {
  DelegationRepository,
  EligibilityRepository,
  GateRepository,
  ItemRepository,
  RunItemRepository,
  RunRepository,
  type Transaction,
  WorkspaceRepository,
  withWidenedSight,
} from '@uptake/persistence';
import type { MemberChangedHook, MemberMove, TeamChangedHook } from '@uptake/platform';
import { ApplyCommand } from './apply-command.js';
import type { RunActor } from './run-actor.js';

const items = new ItemRepository();
const runs = new RunRepository();
const people = new EligibilityRepository();
const apply = new ApplyCommand(
  runs,
  people,
  new RunItemRepository(),
  new GateRepository(),
  new DelegationRepository(),
  new WorkspaceRepository(),
);

/**
 * Takes back the questions put to these members that they may not answer any more; a stage that nobody is left to approve blocks, of
 * which the managers are told. This reaches confidential items too, which whoever changed the members may not see. It runs in the
 * transaction that changes them: a decision of theirs that came first has committed by then, and one that comes after sees them as they
 * are now. Nobody is added: whom a stage asks was settled when it opened.
 */
async function recheckRunsOf(
  tx: Transaction,
  memberIds: readonly string[],
  { actorId, at, correlation }: RunActor & { actorId: string },
): Promise<void> {
  const actor = { actorId, at, correlation };
  await people.changePeople(tx);
  await withWidenedSight(tx, async () => {
    for (const { item_id: itemId, run_id: runId } of await runs.asking(tx, memberIds)) {
      await items.lock(tx, itemId);
      const run = await runs.lock(tx, runId);
      if (run.snapshot.run.endedAt === null)
        await apply.execute(tx, actor, run, { type: 'recheck-eligibility', actorId });
    }
  });
}

/** After a member left or lost a role. */
export const recheckRunsOfMember: MemberChangedHook = async (tx, { memberId, ...move }) => {
  if (isLosing(move)) await recheckRunsOf(tx, [memberId], move);
};

/** After members left a team: a stage may name it, it may own the item judged, or be what lets its members see it. */
export const recheckRunsOfTeam: TeamChangedHook = async (tx, { memberIds: { from, to }, ...move }) => {
  const leaving = from.filter((id) => !to.includes(id));
  if (leaving.length > 0) await recheckRunsOf(tx, leaving, move);
};

const isLosing = ({ active, roles }: Pick<MemberMove, 'active' | 'roles'>): boolean =>
  (active.from && !active.to) || roles.from.some((role) => !roles.to.includes(role));
