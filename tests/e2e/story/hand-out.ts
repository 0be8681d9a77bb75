import type { RecommendationKind } from '@uptake/contracts';
import type { Actor } from './actor.js';
import { type Made, expectFact, rowOf } from './record.js';

export async function respond(manager: Actor, reason: string): Promise<void> {
  await manager.press('recommendations:respond');
  await manager.choose('recommendations:column.response', manager.say('response.accepted'), manager.dialog());
  await manager.write('recommendations:reason', reason, manager.dialog());
  await manager.press('actions.save', {}, manager.dialog());
  await expectFact(manager, 'recommendations:column.response', manager.say('response.accepted'), reason);
}

/** Says of the open recommendation what kind it is. */
export async function setKind(manager: Actor, kind: RecommendationKind): Promise<void> {
  await manager.press('recommendations:editDetails');
  const dialog = manager.dialog();
  await manager.choose('recommendations:column.kind', manager.say(`recommendationKind.${kind}`), dialog);
  await manager.finishesLooking();
  await manager.press('actions.save', {}, dialog);
  await dialog.waitFor({ state: 'hidden' });
  await expectFact(manager, 'recommendations:column.kind', manager.say(`recommendationKind.${kind}`));
}

export interface Assignment {
  owner?: string;
  team?: string;
  contributors?: readonly string[];
  dueOn?: string;
}

/** By the dialog of the recommendation's own page, which is open. */
export async function assign(manager: Actor, { owner, team, contributors = [], dueOn }: Assignment): Promise<void> {
  await manager.press('recommendations:assign');
  const dialog = manager.dialog();
  if (owner) await manager.choose('recommendations:owner', owner, dialog);
  if (team) await manager.choose('recommendations:teamToClaim', team, dialog);
  if (contributors.length > 0) await manager.choose('recommendations:contributors', contributors, dialog);
  if (dueOn) await manager.write('recommendations:dueOn', dueOn, dialog);
  await manager.press('actions.save', {}, dialog);
  await dialog.waitFor({ state: 'hidden' });
  await expectFact(manager, 'recommendations:owner', owner ?? team ?? '');
}

/** Several at once, by the bar below the list. */
export async function assignTogether(
  manager: Actor,
  made: readonly Made[],
  { owner, dueOn }: Required<Pick<Assignment, 'owner' | 'dueOn'>>,
): Promise<void> {
  await manager.goTo('recommendations');
  for (const one of made) await rowOf(manager, one).getByRole('checkbox').check();
  const bar = manager.page.getByRole('region', { name: manager.say('recommendations:selectedRecommendations') });
  await bar.getByText(manager.say('states.selected', { count: made.length })).waitFor();
  await manager.choose('recommendations:owner', owner, bar);
  await manager.write('recommendations:dueOn', dueOn, bar);
  await manager.press('recommendations:assign', {}, bar);
  await manager.says('recommendations:assignedCount', { count: made.length });
  for (const one of made) await rowOf(manager, one).getByText(owner, { exact: true }).waitFor();
}

export interface PlannedTask {
  title: string;
  assignee: string;
  dueOn: string;
  checklist?: readonly string[];
  /** Title of the one before it. */
  after?: string;
}

/** Into the recommendation whose page is open. */
export async function addTask(
  actor: Actor,
  { title, assignee, dueOn, checklist = [], after }: PlannedTask,
): Promise<void> {
  await actor.press('recommendations:addTask');
  const dialog = actor.dialog();
  await actor.write('recommendations:titleField', title, dialog);
  await actor.choose('recommendations:assignee', assignee, dialog);
  await actor.write('recommendations:taskDueOn', dueOn, dialog);
  if (checklist.length > 0) await actor.writeTags('recommendations:checklist', checklist, dialog);
  if (after) await actor.choose('recommendations:dependsOn', [new RegExp(after)], dialog);
  await actor.press('actions.add', {}, dialog);
  await dialog.waitFor({ state: 'hidden' });
  await actor.section('recommendations:tasks').getByRole('link', { name: title }).waitFor();
}
