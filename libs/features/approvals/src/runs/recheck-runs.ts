import { EligibilityRepository, RunItemRepository, RunRepository, ItemRepository, type Transaction, withWidenedSight } from '@uptake/persistence';
import type { MemberChangedHook, MemberMove } from '@uptake/platform';
import { ApplyCommand } from './apply-command.js';

const items = new ItemRepository();
const runs = new RunRepository();
const people = new EligibilityRepository();
const apply = new ApplyCommand(runs, people, new RunItemRepository());

/**
 * When a member leaves or loses a role, the questions put to them are taken back, and a stage that nobody is left to approve
 * blocks, of which the managers are told. This reaches confidential items too, which whoever changed the member may not see.
 * It runs in the transaction that changes the member: a decision of theirs that came first has committed by then, and one that
 * comes after sees them as they are now.
 */
export const recheckRunsOfMember: MemberChangedHook = async (tx: Transaction, { memberId, actorId, at, correlation, ...move }: MemberMove): Promise<void> => {
  if (!isLosing(move)) return;
  const actor = { actorId, at, correlation };
  await people.changePeople(tx);
  await withWidenedSight(tx, async () => {
    for (const { item_id: itemId, run_id: runId } of await runs.asking(tx, [memberId])) {
      await items.lock(tx, itemId);
      const run = await runs.lock(tx, runId);
      if (run.snapshot.run.endedAt === null) await apply.execute(tx, actor, run, { type: 'recheck-eligibility', actorId });
    }
  });
};

const isLosing = ({ active, roles }: Pick<MemberMove, 'active' | 'roles'>): boolean =>
  (active.from && !active.to) || roles.from.some((role) => !roles.to.includes(role));
