import { Injectable } from '@nestjs/common';
import type { Passage, PassageMerge } from '@uptake/contracts';
import { orderedRanges, wordsOf } from '@uptake/domain';
import { BriefRepository, PassageRepository, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { editable, lockForEditing } from './edit-passages.js';

/** Several passages become one: the first in the text stays, with all their words, links and addressees. */
@Injectable()
export class MergePassages {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly passages: PassageRepository,
  ) {}

  execute(scope: WorkspaceScope, briefId: string, { passageIds }: PassageMerge): Promise<Passage> {
    scope.demand('briefs.confirm');
    return scope.transaction(async (tx) => {
      const edited = await lockForEditing(tx, this.briefs, this.passages, briefId);
      const parts = [...new Set(passageIds)]
        .map((id) => editable(edited, id))
        .sort((a, b) => a.charStart - b.charStart);
      const [first, ...others] = parts;
      if (!first) throw new Error('The contract asks for two passages or more');
      const ranges = orderedRanges(parts.flatMap((part) => part.ranges));
      await this.passages.update(tx, {
        id: first.id,
        kind: first.kind,
        ranges,
        text: wordsOf(edited.brief.text, ranges),
        addressees: [...new Set(parts.flatMap((part) => part.addressees))],
      });
      const gone = new Set(others.map((part) => part.id));
      if (first.kind === 'recommendation')
        await this.passages.replaceLinks(
          tx,
          first.id,
          [...new Set(parts.flatMap((part) => part.links))].filter((link) => !gone.has(link)),
        );
      await this.passages.remove(tx, [...gone]);
      await journal(tx, [
        {
          ...scope.actor,
          type: 'passage.merged',
          subject: { kind: 'passage', id: first.id },
          data: { briefId, merged: [...gone], ranges },
        },
      ]);
      return this.passages.get(tx, briefId, first.id);
    });
  }
}
