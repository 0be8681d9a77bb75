import { createHash } from 'node:crypto';
import { canonicalJson } from '@uptake/domain';

/** What the chained row says of its personal words: sha-256 over salt and canonical JSON, hex. */
export const commitmentOf = (salt: string, personal: unknown): string =>
  createHash('sha256').update(salt).update(canonicalJson(personal)).digest('hex');
