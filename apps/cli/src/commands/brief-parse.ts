import { readFile } from 'node:fs/promises';
import { MAX_BRIEF_CHARS, type ParsedBrief } from '@uptake/contracts';
import { parseBrief } from '@uptake/domain';
import { readArguments } from '../read-arguments.js';
import { UsageError } from '../usage-error.js';

/** Why a file cannot be read as a brief, in words for whoever named it. */
class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

const NUL = 0;
/** Formats that are recognised to be named in the refusal. */
const SIGNATURES: ReadonlyArray<readonly [string, string]> = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive, such as DOCX or EPUB'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word document'],
  ['{\\rtf', 'an RTF document'],
];
const WIDTH_OF_TEXT = 100;

/**
 * `brief parse FILE [--json]`: prints what the importer finds in a text file, without server or database. Resolves to
 * the exit code: 0 when it was read, 1 when the file is missing, not text, not UTF-8 or too long.
 * @throws UsageError unless exactly one file is named
 */
export async function briefParse(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('brief parse takes one FILE');
  try {
    const found = parseBrief(await readText(file));
    await print(values.json === true ? JSON.stringify(found) : asTable(found));
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    console.error(`brief parse: ${error.message}`);
    return 1;
  }
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(`${file}: ${reasons[error.code ?? ''] ?? error.message}`);
  });
  const head = bytes.subarray(0, 8).toString('latin1');
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known !== undefined) throw new UnreadableFile(`${file} is ${known[1]}; only plain text can be read`);
  if (bytes.includes(NUL))
    throw new UnreadableFile(`${file} holds NUL bytes, so it is binary or UTF-16; only UTF-8 text can be read`);
  const text = decode(bytes, file);
  if (text.length > MAX_BRIEF_CHARS)
    throw new UnreadableFile(`${file} has ${text.length} characters; a brief may have ${MAX_BRIEF_CHARS}`);
  return text;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'it may not be read',
};

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(`${file} is not UTF-8 text; save it as UTF-8 and try again`);
  }
}

function asTable({ title, author, language, direction, sections, passages, warnings }: ParsedBrief): string {
  const head = [
    `Title     ${title ?? '(none found)'}`,
    `Author    ${author ?? '(none found)'}`,
    `Language  ${language}, ${direction}`,
    `Sections  ${sections.length}`,
    ...(warnings.length > 0 ? [`Warnings  ${warnings.join(', ')}`] : []),
  ];
  const rows = passages.map((passage) => [
    passage.kind,
    passage.number ?? '',
    `${Math.round(passage.confidence * 100)}%`,
    `${passage.charStart}-${passage.charEnd}`,
    cut([passage.addressees.join('; '), passage.text].filter((words) => words !== '').join(' | ')),
  ]);
  return [...head, '', ...aligned([['KIND', 'NO.', 'SURE', 'OFFSETS', 'ADDRESSEES | WORDS'], ...rows])].join('\n');
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '),
  );
}

function cut(words: string): string {
  const characters = [...words.slice(0, WIDTH_OF_TEXT * 2)];
  return characters.length > WIDTH_OF_TEXT ? `${characters.slice(0, WIDTH_OF_TEXT - 1).join('')}…` : words;
}

/** Waits until the words are handed over: a pipe takes a long answer in parts. */
function print(words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${words}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
