import type { Part } from '@uptake/contracts';

/** SQL fragments that show people and teams inside rows, as the references of the contracts. */
export const memberJson = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'active', ${alias}.deactivated_at IS NULL) END`;

export const teamJson = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;

/**
 * Whether the participant has this part, said so that no index is asked for it: PostgreSQL 18 would skip through the members of a whole
 * workspace to reach it, where the item alone leads to a handful of rows.
 */
export const isPart = (participant: string, part: Part): string => `coalesce(${participant}.part, '') = '${part}'`;

/** The people who have a part in `item` (an alias), as a JSON array by name. */
export const participantsJson = (item: string, part: 'contributor' | 'named'): string => `coalesce((
  SELECT jsonb_agg(${memberJson('m')} ORDER BY m.name, m.id)
  FROM item_participant p JOIN member m ON m.workspace_id = p.workspace_id AND m.id = p.member_id
  WHERE p.workspace_id = ${item}.workspace_id AND p.item_id = ${item}.id AND ${isPart('p', part)}), '[]')`;
