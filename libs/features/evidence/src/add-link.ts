import { Injectable } from '@nestjs/common';
import type { EvidenceLink } from '@uptake/contracts';
import { type EvidenceRow, EvidenceRepository, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { KeepEvidence } from './keep-evidence.js';

@Injectable()
export class AddLink {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly keep: KeepEvidence,
  ) {}

  /** The address is kept as it was given and never visited by the server. */
  async execute(scope: WorkspaceScope, input: EvidenceLink): Promise<EvidenceRow> {
    const id = newId(scope.now());
    await scope.transaction((tx) =>
      this.keep.execute(tx, scope, {
        id,
        itemId: input.itemId,
        kind: 'link',
        title: input.title,
        url: input.url,
        mediaType: null,
        size: null,
        sha256: null,
        storageKey: null,
        versionOf: null,
      }),
    );
    return this.evidence.get(scope.read, id, scope.member.memberId);
  }
}
