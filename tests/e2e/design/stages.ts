import type { Actor } from '../story/actor.js';
import type { Values } from '../story/words.js';

const w = (key: string): string => `workflows:${key}`;

/** Puts a stage behind the one that is chosen and names it; it is chosen then. */
export async function addApproval(actor: Actor, names: { en: string; ar: string }): Promise<void> {
  await actor.press(w('addApproval'));
  await actor.write(w('stageNameEn'), names.en);
  await actor.write(w('stageNameAr'), names.ar);
}

export async function askPeople(
  actor: Actor,
  people: readonly string[],
  quorum: 'any' | 'all' | 'n' = 'any',
): Promise<void> {
  await actor.page
    .getByRole('button', { name: actor.say(w('rule.addFirst'), { label: actor.say(w('asks')) }) })
    .click();
  await actor.choose(w('asks'), actor.say(w('rule.kind.members')));
  await actor.choose(w('rule.which.members'), people);
  if (quorum !== 'any') await actor.choose(w('quorum.label'), actor.say(w(`quorum.kind.${quorum}`)));
}

export async function switchOn(actor: Actor, key: string): Promise<void> {
  // what a switch is called goes on with its explanation
  await actor.page.getByRole('switch', { name: actor.say(w(key)) }).press('Space');
}

/** Five working days, a reminder after three, the owner's manager after five: what a deadline begins as. */
export async function giveDeadline(actor: Actor): Promise<void> {
  await switchOn(actor, 'deadline.label');
  await actor.press(w('escalation.add'));
}

export async function rejectTo(actor: Actor, stage: string): Promise<void> {
  await actor.choose(w('reject.label'), actor.say(w('reject.returnTo'), { stage } satisfies Values));
}

/** Above this amount the way leads to the stage, else to the other. */
export async function routeAbove(actor: Actor, amount: string, stage: string, otherwise: string): Promise<void> {
  await switchOn(actor, 'onward.label');
  await actor.write(w('condition.amount'), amount);
  await actor.choose(w('onward.to'), stage);
  await actor.choose(w('onward.otherwiseTo'), otherwise);
}

export async function saved(actor: Actor): Promise<void> {
  await actor.page.locator('[data-save-state=saved]').waitFor();
}
