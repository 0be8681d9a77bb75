import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EvidenceUpload } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type EvidenceRow, EvidenceRepository, newId } from '@uptake/persistence';
import {
  FileStorage,
  HEAD_BYTES,
  type IncomingFile,
  type Upload,
  type WorkspaceScope,
  mediaTypeOf,
  parseBy,
} from '@uptake/platform';
import { titleFromName } from './file-name.js';
import { KeepEvidence } from './keep-evidence.js';

interface KeptFile {
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}
/** Reads the form and hands its file over; `fields` are those that came before it. */
export type Receive = (
  take: (file: IncomingFile, fields: Readonly<Record<string, string>>) => Promise<KeptFile>,
) => Promise<Upload<KeptFile>>;

@Injectable()
export class UploadEvidence {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly keep: KeepEvidence,
    private readonly storage: FileStorage,
  ) {}

  /**
   * Streams the file into storage, hashed on the way, and only then writes its row: a row never stands without its file. Who may not
   * add is refused before a byte is stored where the item was named first, and after it, with the file removed, where it comes last.
   */
  async execute(scope: WorkspaceScope, receive: Receive): Promise<EvidenceRow> {
    const id = newId(scope.now());
    const storageKey = `${scope.workspace.id}/${id}`;
    try {
      const { fields, taken } = await receive(async (file, before) => {
        if (before['itemId'] !== undefined)
          await this.keep.demand(scope.read, scope, parseBy(EvidenceUpload, before).itemId);
        return this.store(storageKey, file);
      });
      const { itemId, title, versionOf } = parseBy(EvidenceUpload, fields);
      if (!taken)
        throw new DomainError('invalid_input', {
          errors: [{ path: 'file', code: 'required', message: 'Send a file in the field "file"' }],
        });
      const { name, ...file } = taken;
      await scope.transaction((tx) =>
        this.keep.execute(tx, scope, {
          id,
          itemId,
          kind: 'file',
          title: title ?? titleFromName(name),
          url: null,
          storageKey,
          versionOf: versionOf ?? null,
          ...file,
        }),
      );
    } catch (error) {
      await this.storage.remove(storageKey);
      throw error;
    }
    return this.evidence.get(scope.read, id, scope.member.memberId);
  }

  private async store(key: string, file: IncomingFile): Promise<KeptFile> {
    const hash = createHash('sha256');
    let size = 0;
    let mediaType = '';
    const judge = async (head: Uint8Array): Promise<void> => {
      if (head.length === 0) throw new DomainError('unreadable_file', { detail: 'The file is empty' });
      const found = await mediaTypeOf(file.name, head);
      if (!found)
        throw new DomainError('file_type_refused', {
          detail: 'Files of this type are not taken, or the file is not what its name says',
        });
      mediaType = found;
    };
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of afterHead(file.chunks, judge)) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    };
    await this.storage.write(key, counted());
    return { name: file.name, mediaType, size, sha256: hash.digest('hex') };
  }
}

/** The same bytes, let through once `judge` has seen the first of them and not thrown. */
async function* afterHead(
  chunks: AsyncIterable<Uint8Array>,
  judge: (head: Uint8Array) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    await judge(head);
    yield head;
    head = null;
  }
  if (head === null) return;
  await judge(head);
  yield head;
}
