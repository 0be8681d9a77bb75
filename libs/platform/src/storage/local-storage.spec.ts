import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalStorage } from './local-storage.js';

const key = '01890000-0000-7000-8000-000000000001/01890000-0000-7000-8000-000000000002';

async function* said(...words: string[]): AsyncGenerator<Buffer> {
  for (const word of words) yield Buffer.from(word);
}
async function* breaking(): AsyncGenerator<Buffer> {
  yield Buffer.from('half');
  throw new Error('the sender went away');
}

describe('storage on the local disk', () => {
  let folder: string;
  let storage: LocalStorage;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'uptake-storage-'));
    storage = new LocalStorage(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('gives back what was streamed in', async () => {
    await storage.write(key, said('one ', 'two'));
    expect(await text(await storage.read(key))).toBe('one two');
  });

  it('keeps nothing of a stream that broke off', async () => {
    await expect(storage.write(key, breaking())).rejects.toThrow('went away');
    await expect(storage.read(key)).rejects.toThrow('ENOENT');
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
  });

  it('lets nobody else on the machine read', async () => {
    await storage.write(key, said('secret'));
    const file = path.join(folder, 'kept', ...key.split('/'));
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await stat(path.dirname(file))).mode & 0o077).toBe(0);
  });

  it('removes a file, and is content when there is none', async () => {
    await storage.write(key, said('gone soon'));
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.read(key)).rejects.toThrow('ENOENT');
  });

  it('says that the disk is full when it is, and keeps nothing', async () => {
    const fill = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('as much as fits');
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    await expect(storage.write(key, fill())).rejects.toMatchObject({ code: 'storage_full' });
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
  });

  it('names every key it keeps, and none where nothing was ever kept', async () => {
    const all = async () => {
      const keys: string[] = [];
      for await (const found of storage.keys()) keys.push(found);
      return keys;
    };
    expect(await all()).toEqual([]);
    const other = key.replace(/2$/, '3');
    for (const made of [other, key]) await storage.write(made, said('one'));
    await writeFile(path.join(folder, 'kept', 'notes.txt'), 'not ours');
    expect(await all()).toEqual([key, other]);
  });

  it('discards what a crash left unfinished, and nothing that is still being written', async () => {
    await storage.discardUnfinished(new Date('2026-03-02T09:00:00Z'));
    await storage.write(key, said('whole'));
    const incoming = (name: string) => path.join(folder, 'incoming', name);
    for (const [name, at] of [
      ['old', '2026-03-01T08:59:00Z'],
      ['young', '2026-03-02T08:59:00Z'],
    ] as const) {
      await writeFile(incoming(name), 'half');
      await utimes(incoming(name), new Date(at), new Date(at));
    }
    await storage.discardUnfinished(new Date('2026-03-01T09:00:00Z'));
    expect(await readdir(path.join(folder, 'incoming'))).toEqual(['young']);
    expect(await text(await storage.read(key))).toBe('whole');
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'a/b', `${key}/..`, ''])('takes no path for a key: %s', async (given) => {
    await expect(storage.read(given)).rejects.toThrow('made of ids');
    await expect(storage.write(given, said('x'))).rejects.toThrow('made of ids');
  });
});
