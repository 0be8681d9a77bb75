import { Injectable } from '@nestjs/common';
import type { Passage } from '@uptake/contracts';
import { BriefRepository, PassageRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListPassages {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly passages: PassageRepository,
  ) {}

  async execute(scope: WorkspaceScope, briefId: string): Promise<Passage[]> {
    const found = await this.passages.ofBrief(scope.read, briefId);
    if (found.length === 0) await this.briefs.get(scope.read, briefId);
    return found;
  }
}
