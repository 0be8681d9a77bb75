import type { SubmissionInput } from '@uptake/contracts';
import { fieldHashes, submissionHash, submissionHashFormat } from '@uptake/domain';
import { sha256 } from '../runs/apply-command.js';

/** A file by its own hash, a link by its address: who exchanges either changes the submission. */
export interface CitedEvidence {
  readonly id: string;
  readonly sha256: string | null;
  readonly url: string | null;
}

/**
 * What a revision says, under the names that a stage's `watchedFields` use: each field of the item's kind is `fields.<name>`.
 * Absent means "not spoken of" and is hashed as null.
 */
function contentOf(
  itemId: string,
  input: SubmissionInput,
  evidence: readonly CitedEvidence[],
): Record<string, unknown> {
  const cited = evidence.map(({ id, sha256: hash, url }) => (url === null ? { id, sha256: hash } : { id, url }));
  return {
    item: itemId,
    kind: input.kind,
    baseVersion: input.baseVersion,
    narrative: input.narrative,
    progress: input.progress ?? null,
    rating: input.rating ?? null,
    evidence: cited.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...Object.fromEntries(Object.entries(input.fields).map(([name, value]) => [`fields.${name}`, value])),
  };
}

export interface HashedContent {
  readonly hash: string;
  readonly fieldHashes: Readonly<Record<string, string>>;
  readonly formatVersion: number;
}

/** Hex sha-256 over the canonical JSON of all of it, and of each field on its own. */
export function hashContent(itemId: string, input: SubmissionInput, evidence: readonly CitedEvidence[]): HashedContent {
  const content = contentOf(itemId, input, evidence);
  return {
    hash: submissionHash(content, sha256),
    fieldHashes: fieldHashes(content, sha256),
    formatVersion: submissionHashFormat,
  };
}
