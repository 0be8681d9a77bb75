import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { listQuery } from '../shared/list.schema.js';
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

/** Fields beside the `file` of a multipart upload. Without a title the file's own name serves. */
export const EvidenceUpload = z.strictObject({ itemId: Id, title: line(200).optional(), versionOf: Id.optional() });
export type EvidenceUpload = z.infer<typeof EvidenceUpload>;

export const EvidenceListQuery = listQuery({ item: Id });
export type EvidenceListQuery = z.infer<typeof EvidenceListQuery>;

/** What a file may be: its extension, and the media type that its bytes must bear out. Archives and active content are not among them. */
export const acceptedFileTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  rtf: 'application/rtf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
};

/** The largest evidence file, in bytes. */
export const MAX_EVIDENCE_BYTES = 50 * 1024 * 1024;
