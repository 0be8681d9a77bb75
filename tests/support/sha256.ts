import { createHash } from 'node:crypto';

/** Hex, as the engine wants it handed in. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
