import type { ApprovalStage, WorkflowDefinition } from '@uptake/contracts';
import { canonicalJson } from '../shared/canonical-json.js';

type Sha256 = (text: string) => string;

/** Part of every submission hash, so that a later way of hashing can never be taken for this one. */
export const submissionHashFormat = 1;

/** The hash under which a version is published; one changed byte of meaning changes it. */
export function definitionHash(definition: WorkflowDefinition, sha256: Sha256): string {
  return sha256(canonicalJson({ what: 'workflow-definition', definition }));
}

/**
 * Content hash of a revision. `content` maps each field to its JSON value, evidence by id and file hash included; a
 * stage's `watchedFields` name these keys.
 */
export function submissionHash(content: Readonly<Record<string, unknown>>, sha256: Sha256): string {
  return sha256(canonicalJson({ what: 'submission', format: submissionHashFormat, content }));
}

/** Hash of each field on its own; the name is hashed with it, so that equal values of two fields differ. */
export function fieldHashes(content: Readonly<Record<string, unknown>>, sha256: Sha256): Record<string, string> {
  return Object.fromEntries(
    Object.entries(content).map(([field, value]) => [
      field,
      sha256(canonicalJson({ what: 'submission-field', format: submissionHashFormat, field, value })),
    ]),
  );
}

/** The part of a record that a stage watches; a field that is absent stays absent. */
export function projectWatchedFields<T>(
  fields: Readonly<Record<string, T>>,
  watched: readonly string[],
): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => watched.includes(field)));
}

/** Hash of what one stage judges: the whole content, or its watched fields alone. */
export function stageHash(
  stage: Pick<ApprovalStage, 'watchedFields'>,
  judged: { readonly contentHash: string; readonly fieldHashes: Readonly<Record<string, string>> },
  sha256: Sha256,
): string {
  if (stage.watchedFields === null) return judged.contentHash;
  return sha256(
    canonicalJson({ what: 'watched-fields', fields: projectWatchedFields(judged.fieldHashes, stage.watchedFields) }),
  );
}
