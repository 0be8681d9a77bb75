import type { Lifecycle, Rating, RecommendationKind, RollupGroup, RollupGrouping } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import type { ItemsFilter } from '../components/items-link.js';

/** What a group is called: states and kinds by the catalogue, people, teams and briefs by their own names. */
export function useGroupName(): (by: RollupGrouping, group: RollupGroup) => string {
  const { t } = useTranslation(['leadership', 'common']);
  return (by, { key, label }) => {
    if (by === 'rating') return t(`common:rating.${(key ?? 'none') as Rating | 'none'}`);
    if (key === null) return t(`without.${by}`);
    if (by === 'status') return t(`common:lifecycle.${key as Lifecycle}`);
    if (by === 'kind') return t(`common:recommendationKind.${key as RecommendationKind}`);
    return label ?? key;
  };
}

/** The filter that lists a group's recommendations. */
export function filterOf(by: RollupGrouping, key: string | null, brief: string | undefined): ItemsFilter {
  const whole = brief ? { brief } : {};
  const named = key ?? 'none';
  switch (by) {
    case 'status':
      return { ...whole, status: named as Lifecycle };
    case 'kind':
      return { ...whole, kind: named as RecommendationKind };
    case 'rating':
      return { ...whole, rating: named as Rating | 'none' };
    case 'owner':
      return { ...whole, owner: named };
    case 'team':
      return { ...whole, team: named };
    case 'section':
      return { ...whole, section: named };
    case 'brief':
      return { brief: named };
  }
}
