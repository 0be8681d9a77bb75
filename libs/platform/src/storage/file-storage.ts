import type { Readable } from 'node:stream';

/** Private files by key. Nothing outside reaches them but through a route that asks who wants to read. */
export abstract class FileStorage {
  /** Takes the whole stream in before the file is there under its key; when the stream fails, nothing stays. Throws `storage_full`. */
  abstract write(key: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** Rejects when there is no such file. */
  abstract read(key: string): Promise<Readable>;
  /** Nothing happens where there is no such file. */
  abstract remove(key: string): Promise<void>;
  /** Every key there is, those of one first segment together. */
  abstract keys(): AsyncIterable<string>;
  /** Throws away what was last written to before this instant (of the clock of the disk) and never came to its key: a crash leaves such. */
  abstract discardUnfinished(before: Date): Promise<void>;
}
