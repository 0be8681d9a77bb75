import type { Lifecycle, Rating, RecommendationKind } from '@uptake/contracts';
import { useFormats } from '@uptake/ui';
import type { ReactNode } from 'react';
import { AnchorLink } from '../../../components/links.js';
import { useWorkspace } from '../../../lib/workspace.js';

/** Filters of the list of recommendations, as its address carries them. */
export interface ItemsFilter {
  status?: Lifecycle | undefined;
  kind?: RecommendationKind | undefined;
  owner?: string | undefined;
  team?: string | undefined;
  rating?: Rating | 'none' | undefined;
  brief?: string | undefined;
  section?: string | undefined;
  overdue?: true | undefined;
  waiting?: true | undefined;
}

/** Opens the recommendations that a figure counts. */
export function ItemsLink({ filter, label, children }: { filter: ItemsFilter; label?: string; children: ReactNode }) {
  const { slug } = useWorkspace();
  return (
    <AnchorLink to="/w/$workspace/recommendations" params={{ workspace: slug }} search={filter} aria-label={label}>
      {children}
    </AnchorLink>
  );
}

/** A count that opens what it counts; nothing is nothing to open. `label` says of what, for those who hear it alone. */
export function ItemsCount({ count, filter, label }: { count: number; filter: ItemsFilter; label: string }) {
  const { number } = useFormats();
  if (count === 0) return <span>{number(0)}</span>;
  return (
    <ItemsLink filter={filter} label={label}>
      {number(count)}
    </ItemsLink>
  );
}
