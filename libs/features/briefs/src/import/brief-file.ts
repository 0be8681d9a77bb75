import { MAX_BRIEF_CHARS } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';

/** Beginnings of files that hold text but are not text: saying which is kinder than showing their bytes. */
const containers: ReadonlyArray<[string, Buffer]> = [
  ['a PDF', Buffer.from('%PDF-')],
  ['a DOCX, ODT or other zipped document', Buffer.from([0x50, 0x4b, 0x03, 0x04])],
  ['an old Word document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['an RTF document', Buffer.from('{\\rtf')],
];

/** The text of an uploaded brief: UTF-8, or UTF-16 by its byte order mark. The error names the file and the way out. */
export function textOfFile(name: string, bytes: Buffer): string {
  const container = containers.find(([, head]) => bytes.subarray(0, head.length).equals(head));
  if (container)
    throw new DomainError('file_type_refused', {
      detail: `${name} is ${container[0]}: save it as plain text, or paste its text`,
    });
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('unreadable_file', {
      detail: `${name} is not UTF-8 text: save it as UTF-8, or paste its text`,
    });
  }
  if (text.includes('\0')) throw new DomainError('unreadable_file', { detail: `${name} is not a text file` });
  return checkLength(text, name);
}

export function checkLength(text: string, name: string): string {
  if (text.trim() === '') throw new DomainError('unreadable_file', { detail: `${name} holds no text` });
  if (text.length > MAX_BRIEF_CHARS)
    throw new DomainError('file_too_large', {
      detail: `${name} has more than ${MAX_BRIEF_CHARS} characters: import it in parts`,
    });
  return text;
}
