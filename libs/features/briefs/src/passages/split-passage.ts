import { Injectable } from '@nestjs/common';
import type { Passage, PassageSplit } from '@uptake/contracts';
import { splitRanges, wordsOf } from '@uptake/domain';
import { BriefRepository, PassageRepository, journal, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { editable, lockForEditing } from './edit-passages.js';

/** One passage becomes two of its kind; the second begins with the addressees and links of the first. */
@Injectable()
export class SplitPassage {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly passages: PassageRepository,
  ) {}

  execute(scope: WorkspaceScope, briefId: string, id: string, input: PassageSplit): Promise<Passage[]> {
    scope.demand('briefs.confirm');
    const { actor } = scope;
    return scope.transaction(async (tx) => {
      const edited = await lockForEditing(tx, this.briefs, this.passages, briefId);
      const passage = editable(edited, id, input.version);
      const { text } = edited.brief;
      const [before, after] = splitRanges(text, passage.ranges, input.at);
      const newOne = newId(actor.at);
      const sectionId = (await this.passages.sectionIds(tx, briefId)).get(id) ?? null;
      const { kind, addressees } = passage;
      await this.passages.update(tx, { id, kind, ranges: before, text: wordsOf(text, before), addressees });
      await this.passages.insert(tx, {
        id: newOne,
        briefId,
        sectionId,
        kind,
        ranges: after,
        text: wordsOf(text, after),
        addressees,
      });
      if (passage.links.length > 0) await this.passages.replaceLinks(tx, newOne, passage.links);
      await journal(tx, [
        {
          ...actor,
          type: 'passage.split',
          subject: { kind: 'passage', id },
          data: { briefId, at: input.at, made: newOne },
        },
      ]);
      return [await this.passages.get(tx, briefId, id), await this.passages.get(tx, briefId, newOne)];
    });
  }
}
