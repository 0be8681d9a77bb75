import { acceptedFileTypes } from '@uptake/contracts';
import { fileTypeFromBuffer } from 'file-type/core';

/** How many bytes from a file's beginning are enough to tell its type. */
export const HEAD_BYTES = 4100;

// What the signature of a container looks like when its head does not yet say what is inside.
const containers: Readonly<Record<string, readonly string[]>> = {
  'application/zip': ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
  'application/x-cfb': ['doc', 'xls', 'ppt'],
};
const alternatives: Readonly<Record<string, readonly string[]>> = {
  heic: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  m4a: ['audio/x-m4a', 'audio/mp4'],
  ogg: ['audio/ogg', 'audio/ogg; codecs=opus', 'application/ogg', 'video/ogg'],
  mp4: ['video/mp4', 'video/x-m4v'],
};

/** The last extension of a file name, lower case, without its dot; empty when there is none. */
export function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/**
 * The media type of a file by its name and the bytes it begins with, or null when it is of no accepted type or is not what its name
 * says. A name without an extension is taken by the bytes alone.
 */
export async function mediaTypeOf(fileName: string, head: Uint8Array): Promise<string | null> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  const extension = extensionOf(fileName);
  if (extension === '') return acceptedByContent(found);
  const expected = acceptedFileTypes[extension];
  if (!expected) return null;
  if (found === undefined)
    return expected.startsWith('text/') || expected === 'application/json' ? textOf(expected, head) : null;
  const isThat =
    found === expected || containers[found]?.includes(extension) || alternatives[extension]?.includes(found);
  return isThat ? expected : null;
}

function acceptedByContent(found: string | undefined): string | null {
  return found !== undefined && Object.values(acceptedFileTypes).includes(found) ? found : null;
}

/** UTF-8 without control characters other than tab and line ends. The head may cut a character in two. */
function textOf(expected: string, head: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : expected;
  } catch {
    return null;
  }
}
