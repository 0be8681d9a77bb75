import type { PeopleLacking } from '@uptake/contracts';
import { type PeopleNow, type Shortage, type WorkflowCommand, stageByKey } from '@uptake/domain';
import type { EligibilityRepository, Transaction } from '@uptake/persistence';
import type { HeldRun } from './apply-command.js';

const MOST_NAMED = 20;

/** Where people are lacking, with those whom a manager could ask there: never the writers, nor those who are counted already. */
export async function nameLacking(
  eligibility: EligibilityRepository,
  tx: Transaction,
  { itemId, version: { definition } }: HeldRun,
  command: WorkflowCommand,
  people: PeopleNow,
  shortages: readonly Shortage[],
): Promise<PeopleLacking> {
  const judged = 'judged' in command ? command.judged : null;
  const writers = judged ? [judged.submitterId, ...judged.editorIds] : [];
  const named: PeopleLacking['shortages'] = [];
  for (const { stageKeys, required, available } of shortages) {
    const counted = stageKeys.flatMap((key) => people.eligible[key] ?? []);
    named.push({
      stages: stageKeys.map((key) => ({ key, name: { ...stageByKey(definition, key).name } })),
      required,
      available,
      couldBeAdded: await eligibility.whoMaySee(tx, itemId, [...writers, ...counted], MOST_NAMED),
    });
  }
  return { shortages: named };
}
