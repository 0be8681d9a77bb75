import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { Id, Instant, line } from '../shared/scalars.schema.js';

export const evidenceKinds = ['file', 'link'] as const;
export const Evidence = z
  .object({
    id: Id,
    itemId: Id,
    kind: z.enum(evidenceKinds),
    title: z.string(),
    mediaType: z.string().nullable(),
    size: z.int().nullable(),
    sha256: z.string().nullable(),
    url: z.string().nullable(),
    scanState: z.enum(['not_scanned', 'clean', 'infected']),
    versionOf: Id.nullable(),
    uploadedBy: z.string(),
    createdAt: Instant,
    abilities: Abilities,
  })
  .meta({ id: 'Evidence', description: 'url only for links; a file is fetched from /content' });
export type Evidence = z.infer<typeof Evidence>;

export const EvidenceLink = z.strictObject({
  itemId: Id,
  title: line(200),
  url: z.url({ protocol: /^https?$/ }).max(2000),
});
export type EvidenceLink = z.infer<typeof EvidenceLink>;

/** The largest evidence file, in bytes. */
export const MAX_EVIDENCE_BYTES = 50 * 1024 * 1024;
