import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@uptake/domain';
import { FileStorage } from './file-storage.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isMissing = (error: unknown): boolean => (error as { code?: string } | null)?.code === 'ENOENT';
const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes((error as { code?: string } | null)?.code ?? '');

/** Files in a folder of this machine that only its own user can enter. */
export class LocalStorage extends FileStorage {
  constructor(private readonly folder: string) {
    super();
  }

  // Written aside, forced to the disk, then renamed: a crash leaves either the whole file or none under the key.
  override async write(key: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const target = this.pathOf(key);
    const aside = path.join(this.folder, 'incoming', randomUUID());
    try {
      await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const file = await open(aside, 'wx', 0o600);
      await pipeline(chunks, file.createWriteStream({ flush: true }));
      await rename(aside, target);
    } catch (error) {
      await rm(aside, { force: true });
      throw isFull(error)
        ? new DomainError('storage_full', { detail: 'The disk for files is full; reading still works' })
        : error;
    }
  }

  override async read(key: string): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r');
    return file.createReadStream();
  }

  override async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  override async *keys(): AsyncGenerator<string> {
    const kept = path.join(this.folder, 'kept');
    for (const first of (await namesIn(kept)).filter((name) => ID.test(name))) {
      for (const second of await namesIn(path.join(kept, first))) if (ID.test(second)) yield `${first}/${second}`;
    }
  }

  override async discardUnfinished(before: Date): Promise<void> {
    const incoming = path.join(this.folder, 'incoming');
    for (const name of await namesIn(incoming)) {
      const file = path.join(incoming, name);
      const writtenAt = await stat(file).then(({ mtimeMs }) => mtimeMs, ifMissing(Infinity));
      if (writtenAt < before.getTime()) await rm(file, { force: true });
    }
  }

  /** Keys are ids joined by slashes, so that no name of a user ever becomes a path. */
  private pathOf(key: string): string {
    if (!/^[0-9a-f-]{36}(\/[0-9a-f-]{36})*$/.test(key)) throw new Error('A storage key is made of ids');
    return path.join(this.folder, 'kept', ...key.split('/'));
  }
}

/** In their order, of which there may be none yet. */
const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(ifMissing<string[]>([]))).sort();

/** What was renamed or removed in the meantime is no fault. */
function ifMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (isMissing(error)) return instead;
    throw error;
  };
}
