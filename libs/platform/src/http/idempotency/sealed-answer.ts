import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const keyOf = (appSecret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', appSecret, '', 'kept-answers', 32));

/**
 * A kept answer for the day it may be asked for again: AES-256-GCM under a key the database does not hold, for an answer
 * may be the only showing of a secret, or of an item that others may not see. Base64 of nonce (12 bytes), tag (16), words.
 */
export function sealAnswer(body: string, appSecret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(appSecret), nonce);
  const words = Buffer.concat([cipher.update(body, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), words]).toString('base64');
}

/** Throws when it was changed, or sealed under another APP_SECRET. */
export function openAnswer(sealed: string, appSecret: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(appSecret), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
