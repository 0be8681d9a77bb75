import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { BriefAccepted } from '@uptake/contracts';
import { referencePrefixFrom } from '@uptake/domain';
import { BriefRepository, journal, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { keepFindings } from './keep-findings.js';

export interface ImportedText {
  title?: string | undefined;
  text: string;
  fileName: string | null;
  sizeBytes: number;
  referencePrefix?: string | undefined;
}

/** Up to here a text is read while the request waits (some 30 ms); a longer one is read by the worker. */
export const READ_AT_ONCE_CHARS = 256 * 1024;

@Injectable()
export class ImportBrief {
  constructor(private readonly briefs: BriefRepository) {}

  async execute(scope: WorkspaceScope, input: ImportedText): Promise<BriefAccepted> {
    scope.demand('briefs.import');
    const { actor } = scope;
    const id = newId(actor.at);
    const title = input.title ?? titleOf(input);
    return scope.transaction(async (tx) => {
      await this.briefs.insert(tx, {
        id,
        at: actor.at,
        title,
        referencePrefix: input.referencePrefix ?? referencePrefixFrom(title),
        fileName: input.fileName,
        sha256: createHash('sha256').update(input.text).digest('hex'),
        sizeBytes: input.sizeBytes,
        text: input.text,
        importedBy: scope.member.memberId,
      });
      await journal(tx, [
        {
          ...actor,
          type: 'brief.imported',
          subject: { kind: 'brief', id },
          data: { characters: input.text.length },
          personal: { title, fileName: input.fileName },
        },
      ]);
      if (input.text.length > READ_AT_ONCE_CHARS) return { id, status: 'extracting' };
      await keepFindings(tx, this.briefs, { id, text: input.text, title: input.title ?? null, fallback: title }, actor);
      return { id, status: 'ready' };
    });
  }
}

/** Until the text is read: the file's name without its ending, else the first line. */
function titleOf({ fileName, text }: ImportedText): string {
  const name = fileName?.replace(/\.[a-z0-9]{1,8}$/i, '').trim();
  return (name || text.trim().split('\n', 1)[0] || 'Brief').slice(0, 200);
}
