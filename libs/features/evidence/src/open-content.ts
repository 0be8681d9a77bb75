import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { EvidenceRepository } from '@uptake/persistence';
import { FileStorage, type WorkspaceScope } from '@uptake/platform';
import { downloadName } from './file-name.js';

export interface EvidenceContent {
  /** Strong: the hash of the bytes. */
  etag: string;
  mediaType: string;
  size: number;
  name: string;
  open(): Promise<Readable>;
}

@Injectable()
export class OpenContent {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly storage: FileStorage,
  ) {}

  /** Asks for the item on every reading, so that a right taken away holds at once. Throws `not_found` for links too: they have no bytes here. */
  async execute(scope: WorkspaceScope, id: string): Promise<EvidenceContent> {
    const row = await this.evidence.get(scope.read, id, scope.member.memberId);
    const { storage_key: key, media_type: mediaType, sha256 } = row;
    if (!key || !mediaType || !sha256) throw new DomainError('not_found', { detail: 'A link has no file' });
    if (row.scan_state === 'infected')
      throw new DomainError('invalid_state', { detail: 'A scan found this file to be harmful' });
    return {
      etag: `"${sha256}"`,
      mediaType,
      size: Number(row.size_bytes),
      name: downloadName(row.title, mediaType),
      open: () => this.storage.read(key),
    };
  }
}
