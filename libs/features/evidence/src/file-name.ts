import { acceptedFileTypes } from '@uptake/contracts';
import { extensionOf } from '@uptake/platform';

const MOST = 200;

/**
 * The title of a file that came without one: its name in one line, without folders and without the marks that turn the direction of
 * writing (they make `exe.fdp` look like `pdf.exe` backwards). The extension survives shortening.
 */
export function titleFromName(name: string): string {
  // browsers write a quote in the name of a form's file as %22
  const base = (name.split(/[\\/]/).at(-1) ?? '')
    .replaceAll('%22', '"')
    .normalize('NFC')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  if (base === '') return 'file';
  if (base.length <= MOST) return base;
  const extension = extensionOf(base);
  const end = extension === '' ? '' : `.${extension}`;
  return `${base.slice(0, MOST - end.length).replace(/\p{Surrogate}$/u, '')}${end}`;
}

/** The name under which a file is downloaded: its title, with an extension that its type has. */
export function downloadName(title: string, mediaType: string): string {
  if (acceptedFileTypes[extensionOf(title)] === mediaType) return title;
  const extension =
    Object.keys(acceptedFileTypes).find((candidate) => acceptedFileTypes[candidate] === mediaType) ?? 'bin';
  return `${title}.${extension}`;
}
