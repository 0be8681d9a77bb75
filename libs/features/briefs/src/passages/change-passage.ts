import { Injectable } from '@nestjs/common';
import type { Passage, PassageChange } from '@uptake/contracts';
import { DomainError, checkRanges, orderedRanges, wordsOf } from '@uptake/domain';
import { BriefRepository, PassageRepository, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { type EditedBrief, editable, lockForEditing, rangesOfOthers } from './edit-passages.js';

@Injectable()
export class ChangePassage {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly passages: PassageRepository,
  ) {}

  execute(scope: WorkspaceScope, briefId: string, id: string, input: PassageChange): Promise<Passage> {
    scope.demand('briefs.confirm');
    const { actor } = scope;
    return scope.transaction(async (tx) => {
      const edited = await lockForEditing(tx, this.briefs, this.passages, briefId);
      const before = editable(edited, id, input.version);
      if (input.ranges) checkRanges(edited.brief.text, input.ranges, rangesOfOthers(edited, id));
      const ranges = input.ranges ? orderedRanges(input.ranges) : before.ranges;
      const kind = input.kind ?? before.kind;
      await this.passages.update(tx, {
        id,
        kind,
        ranges,
        text: wordsOf(edited.brief.text, ranges),
        addressees: input.addressees ?? before.addressees,
      });
      if (kind !== before.kind) await this.passages.dropLinks(tx, id);
      if (input.links) {
        checkLinks(edited, kind, input.links);
        await this.passages.replaceLinks(tx, id, input.links);
      }
      await journal(tx, [
        {
          ...actor,
          type: 'passage.changed',
          subject: { kind: 'passage', id },
          data: {
            briefId,
            ...(kind === before.kind ? {} : { kind: { from: before.kind, to: kind } }),
            ...(input.ranges ? { ranges: { from: before.ranges, to: ranges } } : {}),
            ...(input.links ? { links: { from: before.links, to: input.links } } : {}),
          },
          ...(input.addressees ? { personal: { addressees: { from: before.addressees, to: input.addressees } } } : {}),
        },
      ]);
      return this.passages.get(tx, briefId, id);
    });
  }
}

/** A recommendation answers to issues and interests of its own brief; nothing else links. */
function checkLinks({ passages }: EditedBrief, kind: Passage['kind'], links: readonly string[]): void {
  const refuse = (message: string): never => {
    throw new DomainError('invalid_input', { errors: [{ path: 'links', code: 'invalid_link', message }] });
  };
  if (links.length > 0 && kind !== 'recommendation') refuse('Only a recommendation answers to issues and interests');
  for (const link of links) {
    const answered = passages.find((p) => p.id === link);
    if (answered?.kind !== 'issue' && answered?.kind !== 'interest')
      refuse(`${link} is no issue or interest of this brief`);
  }
}
