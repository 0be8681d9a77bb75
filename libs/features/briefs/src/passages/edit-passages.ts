import type { Passage } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import type { BriefRepository, LockedBrief, PassageRepository, Transaction } from '@uptake/persistence';

export interface EditedBrief {
  brief: LockedBrief;
  passages: Passage[];
}

/** The brief, locked so that two editors cannot make passages overlap, with its passages; `invalid_state` before it is read. */
export async function lockForEditing(
  tx: Transaction,
  briefs: BriefRepository,
  passages: PassageRepository,
  briefId: string,
): Promise<EditedBrief> {
  const brief = await briefs.lock(tx, briefId);
  if (brief.status === 'extracting' || brief.status === 'failed')
    throw new DomainError('invalid_state', { detail: 'This brief is not read yet' });
  return { brief, passages: await passages.ofBrief(tx, briefId) };
}

/** One passage that may still change. A confirmed one is the source of a record: `invalid_state`. */
export function editable({ passages }: EditedBrief, id: string, version?: number): Passage {
  const passage = passages.find((p) => p.id === id);
  if (!passage) throw new DomainError('not_found', { detail: 'No such passage' });
  if (version !== undefined && version !== passage.version)
    throw new DomainError('version_conflict', { current: passage });
  if (passage.state === 'confirmed')
    throw new DomainError('invalid_state', {
      detail: 'A confirmed passage is the source of a record and stays',
      current: passage,
    });
  return passage;
}

export const rangesOfOthers = ({ passages }: EditedBrief, ...ids: string[]): Passage['ranges'][] =>
  passages.filter((p) => !ids.includes(p.id)).map((p) => p.ranges);
