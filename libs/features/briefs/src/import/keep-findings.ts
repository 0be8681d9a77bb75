import { parseBrief } from '@uptake/domain';
import { type BriefRepository, type Transaction, journal } from '@uptake/persistence';

interface Unread {
  id: string;
  text: string;
  /** The title a person gave; it stands whatever the text says. */
  title: string | null;
  fallback: string;
}

/** Reads a brief's text and keeps what was found, in the caller's transaction. */
export async function keepFindings(
  tx: Transaction,
  briefs: BriefRepository,
  brief: Unread,
  actor: { actorId: string | null; at: Date; correlation: string },
): Promise<void> {
  const found = parseBrief(brief.text);
  await briefs.keepFindings(tx, brief.id, found, brief.title ?? found.title?.slice(0, 300) ?? brief.fallback, actor.at);
  const count = (kind: string) => found.passages.filter((passage) => passage.kind === kind).length;
  await journal(tx, [
    {
      ...actor,
      type: 'brief.read',
      subject: { kind: 'brief', id: brief.id },
      data: {
        issues: count('issue'),
        interests: count('interest'),
        recommendations: count('recommendation'),
        language: found.language,
      },
    },
  ]);
}
