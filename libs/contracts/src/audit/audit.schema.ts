import { z } from 'zod';
import { listQuery } from '../shared/list.schema.js';
import { MemberRef } from '../shared/references.schema.js';
import { Id, Instant } from '../shared/scalars.schema.js';

export const AuditEntry = z
  .object({
    id: Id,
    sequence: z.int().nullable(),
    hash: z.string().nullable(),
    type: z.string(),
    at: Instant,
    actor: MemberRef.nullable(),
    subject: z.object({ kind: z.string(), id: Id }),
    itemId: Id.nullable(),
    data: z.record(z.string(), z.unknown()),
    correlation: z.string(),
  })
  .meta({ id: 'AuditEntry', description: 'sequence and hash are null until the row is sealed, within a second' });
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditListQuery = listQuery({
  type: z.string().max(80).optional(),
  actor: Id.optional(),
  item: Id.optional(),
});
export type AuditListQuery = z.infer<typeof AuditListQuery>;

export const auditFaults = [
  'changed',
  'missing',
  'reordered',
  'cut',
  'head_forged',
  'head_mismatch',
  'personal_changed',
  'unknown_format',
] as const;
export const AuditVerification = z
  .object({
    ok: z.boolean(),
    checkedAt: Instant,
    rows: z.int(),
    notYetSealed: z.int(),
    head: z.object({ sequence: z.int(), hash: z.string(), signature: z.string(), sealedAt: Instant }).nullable(),
    faults: z.array(
      z.object({
        fault: z.enum(auditFaults),
        sequence: z.int().nullable(),
        entryId: Id.nullable(),
        detail: z.string(),
      }),
    ),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerification = z.infer<typeof AuditVerification>;
