import { Injectable } from '@nestjs/common';
import { BriefRepository, PassageRepository, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { editable, lockForEditing } from './edit-passages.js';

@Injectable()
export class RemovePassage {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly passages: PassageRepository,
  ) {}

  execute(scope: WorkspaceScope, briefId: string, id: string): Promise<void> {
    scope.demand('briefs.confirm');
    return scope.transaction(async (tx) => {
      const edited = await lockForEditing(tx, this.briefs, this.passages, briefId);
      const { kind, ranges } = editable(edited, id);
      await this.passages.remove(tx, [id]);
      await journal(tx, [
        { ...scope.actor, type: 'passage.removed', subject: { kind: 'passage', id }, data: { briefId, kind, ranges } },
      ]);
    });
  }
}
