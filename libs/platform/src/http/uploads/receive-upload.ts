import type { Readable } from 'node:stream';
import { DomainError } from '@uptake/domain';
import type { FastifyRequest } from 'fastify';

export interface IncomingFile {
  /** As the sender named it, without any folder. */
  name: string;
  /** Its bytes; throws `file_too_large` at the byte behind the limit. */
  chunks: AsyncIterable<Uint8Array>;
}
export interface Upload<T> {
  fields: Readonly<Record<string, string>>;
  /** What `take` made of the file; undefined when none was sent. */
  taken: T | undefined;
}

/** What the fields beside the file and the form around them may add to the length of a body. */
const ROOM_FOR_FIELDS = 256 * 1024;

interface Part {
  type: 'field' | 'file';
  fieldname: string;
  filename?: string;
  file?: Readable & { truncated?: boolean };
  value?: unknown;
  valueTruncated?: boolean;
}
/** What the multipart plugin adds to a request, as far as it is used here. */
interface Multipart {
  parts(options: { limits: { fileSize: number; files: number } }): AsyncIterable<Part>;
}

/**
 * Reads a multipart body with one file, which is streamed to `take` as it arrives; `fields` hold what was sent before the file, and
 * all of them in the answer. The file's field is called `file`. Throws `file_too_large`, `malformed_request`, `invalid_input`.
 */
export async function receiveUpload<T>(
  request: FastifyRequest,
  maxBytes: number,
  take: (file: IncomingFile, fields: Readonly<Record<string, string>>) => Promise<T>,
): Promise<Upload<T>> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes + ROOM_FOR_FIELDS) throw tooLarge(maxBytes);
  const fields: Record<string, string> = {};
  let taken: T | undefined;
  let refusal: Error | undefined;
  try {
    for await (const part of (request as unknown as Multipart).parts({ limits: { fileSize: maxBytes, files: 1 } })) {
      try {
        if (refusal !== undefined) part.file?.resume();
        else if (part.type === 'field') fields[part.fieldname] = textOf(part);
        else taken = await take(fileOf(part, maxBytes), fields);
      } catch (error) {
        // the rest is read and thrown away: a sender that is still writing would never see an answer given before
        refusal = error as Error;
        part.file?.resume();
      }
    }
  } catch (error) {
    refusal ??= error as Error;
  }
  if (refusal !== undefined) throw refusal instanceof DomainError ? refusal : (malformed(refusal) ?? refusal);
  return { fields, taken };
}

function textOf(part: Part): string {
  if (typeof part.value === 'string' && !part.valueTruncated) return part.value;
  throw new DomainError('invalid_input', {
    errors: [{ path: part.fieldname, code: 'invalid', message: 'Send a short text' }],
  });
}

function fileOf(part: Part, maxBytes: number): IncomingFile {
  const { file } = part;
  if (!file || part.fieldname !== 'file') {
    throw new DomainError('invalid_input', {
      errors: [{ path: part.fieldname, code: 'unknown_field', message: 'Send the file in the field "file"' }],
    });
  }
  return { name: part.filename ?? '', chunks: withinLimit(file, maxBytes) };
}

// The parser cuts a file off at the limit and only marks it: unnoticed it would be kept as if it were whole. Who stops reading early
// must not destroy the stream, or the parser never comes to the end of the body.
async function* withinLimit(file: Readable & { truncated?: boolean }, maxBytes: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array;
  if (file.truncated) throw tooLarge(maxBytes);
}

export const tooLarge = (maxBytes: number): DomainError =>
  new DomainError('file_too_large', { detail: `A file can have at most ${Math.floor(maxBytes / 1024 / 1024)} MB` });

/** What the parser says of a body that is no sound multipart; other failures are not the sender's. */
function malformed(error: unknown): DomainError | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new DomainError('file_too_large');
  if (code?.startsWith('FST_') || /multipart|Part terminated early|Malformed/i.test(message ?? '')) {
    return new DomainError('malformed_request', {
      detail: 'The form cannot be read: send one file and its fields as multipart/form-data',
    });
  }
  return undefined;
}
