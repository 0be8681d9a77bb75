import type { Locator } from 'playwright-core';
import type { Actor } from './actor.js';
import type { Update } from './updates.js';

export interface Decision {
  verdict: 'approve' | 'request_changes';
  reason?: string;
  verifiedRating?: NonNullable<Update['rating']>;
  ratingReason?: string;
}

/** On the open page of a review. */
export async function decide(actor: Actor, { verdict, reason, verifiedRating, ratingReason }: Decision): Promise<void> {
  const form = actor.page.getByRole('form', { name: actor.say('approvals:yourDecision') });
  await form.getByRole('radio', { name: actor.say(`approvals:act.${verdict}`), exact: true }).check();
  if (verifiedRating) await actor.choose('rating.verified', actor.say(`rating.${verifiedRating}`), form);
  if (ratingReason) await actor.write('approvals:ratingReason', ratingReason, form);
  if (reason) await actor.write('approvals:reason', reason, form);
  await actor.press('approvals:decide', {}, form);
  // not the toast, which may be that of the decision before
  await actor.page.getByRole('main').getByText(actor.say('approvalState.decided'), { exact: true }).waitFor();
}

/** Reads a file that proves it, by its link. */
export async function readEvidence(actor: Actor, name: string): Promise<string> {
  const download = actor.page.waitForEvent('download');
  await actor.link(name, actor.section('approvals:evidence')).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}

export const stages = (actor: Actor): Locator => actor.page.getByRole('list', { name: actor.say('approvals:stages') });

/** The stage that waits, with whom it waits for. */
export const openStage = (actor: Actor): Locator => stages(actor).locator('[aria-current=step]');
