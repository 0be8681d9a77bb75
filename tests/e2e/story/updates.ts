import type { Actor } from './actor.js';

export interface Evidence {
  name: string;
  text: string;
}
export interface Update {
  narrative: string;
  progress?: number;
  rating?: 'not_started' | 'limited' | 'substantial' | 'complete';
  evidence?: readonly Evidence[];
}

/** Fills the open form and hands it in. */
export async function handIn(actor: Actor, { narrative, progress, rating, evidence = [] }: Update): Promise<void> {
  const form = actor.page.getByRole('form', { name: actor.say('submissions:title') });
  await actor.write('submissions:narrative', narrative, form);
  if (progress !== undefined) await actor.write('submissions:progress', String(progress), form);
  if (rating) await actor.choose('submissions:rating', actor.say(`rating.${rating}`), form);
  if (evidence.length > 0) {
    const chooser = actor.page.waitForEvent('filechooser');
    await actor.press('submissions:addFiles', {}, form);
    await (
      await chooser
    ).setFiles(evidence.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
    for (const { name } of evidence) await actor.button('submissions:removeEvidence', { name }, form).waitFor();
  }
  await actor.press('submissions:submit', {}, form);
  await form.waitFor({ state: 'hidden' });
}

/** Asks for a later target date of the open recommendation. */
export async function askForExtension(owner: Actor, dueOn: string, reason: string): Promise<void> {
  await owner.press('recommendations:extend');
  const dialog = owner.dialog();
  await owner.write('recommendations:newDueOn', dueOn, dialog);
  await owner.write('recommendations:reason', reason, dialog);
  await owner.finishesLooking();
  await owner.press('recommendations:handIn', {}, dialog);
  await dialog.waitFor({ state: 'hidden' });
}

/** From the inbox, where it has to arrive first, to the item that is told of or to the decision that is asked for. */
export async function openFromInbox(actor: Actor, title: string, action: 'openItem' | 'review'): Promise<void> {
  await actor.goTo('inbox');
  const unread = actor.page
    .getByRole('list', { name: actor.say('inbox:title') })
    .getByRole('button')
    .filter({ hasText: title })
    .filter({ hasText: actor.say('inbox:unread') });
  const entry = action === 'review' ? unread.filter({ hasText: actor.say('inbox:reason.decision_needed') }) : unread;
  const arrived = actor.page.getByRole('button', { name: actor.words.pattern('inbox:arrived') });
  for (;;) {
    await entry.or(arrived).first().waitFor();
    if (await entry.isVisible()) break;
    await arrived.click();
  }
  await entry.click();
  await actor.link(actor.say(`inbox:${action}`), actor.page.getByRole('article')).click();
}
