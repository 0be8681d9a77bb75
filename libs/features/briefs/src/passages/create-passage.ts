import { Injectable } from '@nestjs/common';
import type { Passage, PassageCreation } from '@uptake/contracts';
import { checkRanges, orderedRanges, wordsOf } from '@uptake/domain';
import { BriefRepository, PassageRepository, journal, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { lockForEditing, rangesOfOthers } from './edit-passages.js';

/** Words that the parser passed over become a passage by hand. */
@Injectable()
export class CreatePassage {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly passages: PassageRepository,
  ) {}

  execute(scope: WorkspaceScope, briefId: string, input: PassageCreation): Promise<Passage> {
    scope.demand('briefs.confirm');
    const { actor } = scope;
    return scope.transaction(async (tx) => {
      const edited = await lockForEditing(tx, this.briefs, this.passages, briefId);
      checkRanges(edited.brief.text, input.ranges, rangesOfOthers(edited));
      const ranges = orderedRanges(input.ranges);
      const id = newId(actor.at);
      const sectionId = await this.passages.sectionAt(tx, briefId, ranges[0]?.[0] ?? 0);
      await this.passages.insert(tx, {
        id,
        briefId,
        sectionId,
        kind: input.kind,
        text: wordsOf(edited.brief.text, ranges),
        ranges,
        addressees: input.addressees ?? [],
      });
      await journal(tx, [
        {
          ...actor,
          type: 'passage.created',
          subject: { kind: 'passage', id },
          data: { briefId, kind: input.kind, ranges },
        },
      ]);
      return this.passages.get(tx, briefId, id);
    });
  }
}
