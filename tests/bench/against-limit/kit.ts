import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { root } from '../product.js';

const needed = [
  'run.mjs',
  'lib/mem.mjs',
  'lib/sink.mjs',
  'limit/server.mjs',
  'adapters/limit.mjs',
  'seed/canonical.sql',
  'seed/limit.sql',
] as const;

/** Where the kit's own files stand, copied, with our adapter among its adapters and our packages within its reach. */
export interface Kit {
  readonly folder: string;
  file(name: (typeof needed)[number]): string;
}

/** Nothing of the kit is part of this checkout: it is copied from its place at each run. Throws, naming what is missing there. */
export function copyKit(from: string, folder: string): Kit {
  const missing = needed.filter((name) => !existsSync(path.join(from, name)));
  if (missing.length > 0)
    throw new Error(
      `${from} is not the kit that measures the limit: it has no ${missing.join(', ')}. Name its folder with --kit DIR.`,
    );
  rmSync(folder, { recursive: true, force: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    const copy = path.join(folder, path.relative(from, source));
    mkdirSync(path.dirname(copy), { recursive: true });
    // written anew: the kit may be read-only, a copy must not be
    writeFileSync(copy, readFileSync(source));
  }
  copyFileSync(path.join(import.meta.dirname, 'uptake.adapter.mjs'), path.join(folder, 'adapters', 'uptake.mjs'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return { folder, file: (name) => path.join(folder, name) };
}
