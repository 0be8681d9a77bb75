import type { RollupGrouping, Visibility } from '@uptake/contracts';
import { rollupDimensions } from '../rollups/track-rollup.js';
import type { Reader, Row } from '../tenancy/transaction.js';

const list = rollupDimensions.join(', ');

/**
 * Counts the reader may see, as signed rows: folded cells and increments of the visibilities their roles open, and the few
 * restricted items they have a part in, one by one. `$2` holds the visibilities, `$3` a brief or null.
 */
const visibleCounts = `
  SELECT ${list}, day, amount FROM rollup_cell c WHERE c.workspace_id = $1 AND c.item_kind = 'recommendation' AND c.visibility = ANY($2) AND ($3::uuid IS NULL OR c.brief_id = $3)
  UNION ALL
  SELECT ${list}, day, amount FROM rollup_delta d WHERE d.workspace_id = $1 AND d.item_kind = 'recommendation' AND d.visibility = ANY($2) AND ($3::uuid IS NULL OR d.brief_id = $3)`;
const namedCounts = `
  SELECT i.kind, r.brief_id, r.section_id, r.blueprint, i.owner_id, i.team_id, i.status, r.verified_rating, i.visibility, i.due_on, i.waiting, NULL::date, 1
  FROM item i JOIN recommendation r ON r.workspace_id = i.workspace_id AND r.item_id = i.id
  WHERE i.workspace_id = $1 AND i.kind = 'recommendation' AND NOT i.visibility = ANY($2) AND ($3::uuid IS NULL OR r.brief_id = $3)`;
const restrictedTotal = `
  (SELECT coalesce(sum(amount), 0) FROM (
     SELECT amount FROM rollup_cell c WHERE c.workspace_id = $1 AND c.item_kind = 'recommendation' AND NOT c.visibility = ANY($2) AND ($3::uuid IS NULL OR c.brief_id = $3)
     UNION ALL
     SELECT amount FROM rollup_delta d WHERE d.workspace_id = $1 AND d.item_kind = 'recommendation' AND NOT d.visibility = ANY($2) AND ($3::uuid IS NULL OR d.brief_id = $3)) x)`;

// named by `f` throughout: the tables that label the groups have a status, too
const figures = `
  coalesce(sum(f.amount), 0)::int AS total,
  coalesce(sum(f.amount) FILTER (WHERE f.status = 'open'), 0)::int AS open,
  coalesce(sum(f.amount) FILTER (WHERE f.status = 'closed'), 0)::int AS closed,
  coalesce(sum(f.amount) FILTER (WHERE f.rating = 'not_started'), 0)::int AS not_started,
  coalesce(sum(f.amount) FILTER (WHERE f.rating = 'limited'), 0)::int AS limited,
  coalesce(sum(f.amount) FILTER (WHERE f.rating = 'substantial'), 0)::int AS substantial,
  coalesce(sum(f.amount) FILTER (WHERE f.rating = 'complete'), 0)::int AS complete,
  coalesce(sum(f.amount) FILTER (WHERE f.rating IS NULL), 0)::int AS unrated`;

export interface FigureRow extends Row {
  total: number;
  open: number;
  closed: number;
  not_started: number;
  limited: number;
  substantial: number;
  complete: number;
  unrated: number;
}
export interface GroupRow extends FigureRow {
  key: string | null;
  label: string | null;
  overdue: number;
  waiting: number;
  hidden: number;
}
export interface PointRow extends FigureRow {
  on: string;
  hidden: number;
}
export interface StuckRow extends Row {
  item_id: string;
  kind: 'recommendation' | 'task';
  reference: string;
  title: string;
  stage: Record<string, string>;
  since: Date;
  approval_ids: string[];
  waiting_on: Array<{ id: string; name: string; active: boolean }>;
  hidden: number;
}

const keyOf: Readonly<Record<RollupGrouping, { key: string; label: string; join: string }>> = {
  brief: {
    key: 'f.brief_id',
    label: 'max(b.title)',
    join: 'LEFT JOIN brief b ON b.workspace_id = $1 AND b.id = f.brief_id',
  },
  section: {
    key: 'f.section_id',
    label: 'max(s.heading)',
    join: 'LEFT JOIN brief_section s ON s.workspace_id = $1 AND s.id = f.section_id',
  },
  kind: { key: 'f.blueprint', label: 'NULL', join: '' },
  owner: {
    key: 'f.owner_id',
    label: 'max(m.name)',
    join: 'LEFT JOIN member m ON m.workspace_id = $1 AND m.id = f.owner_id',
  },
  team: {
    key: 'f.team_id',
    label: 'max(t.name)',
    join: 'LEFT JOIN team t ON t.workspace_id = $1 AND t.id = f.team_id',
  },
  status: { key: 'f.status', label: 'NULL', join: '' },
  rating: { key: 'f.rating', label: 'NULL', join: '' },
};

export class RollupRepository {
  /** One row a group, and one with every column null but `hidden`, so that hidden items count even where no group is visible. */
  groups(
    reader: Reader,
    sees: readonly Visibility[],
    groupBy: RollupGrouping,
    today: string,
    brief: string | null,
  ): Promise<GroupRow[]> {
    const { key, label, join } = keyOf[groupBy];
    return reader.query<GroupRow>(
      `WITH named AS (${namedCounts}), f(${list}, day, amount) AS (${visibleCounts} UNION ALL SELECT * FROM named)
       SELECT g.*, ${restrictedTotal}::int - (SELECT count(*) FROM named)::int AS hidden
       FROM (SELECT 1) AS always LEFT JOIN (
         SELECT ${key}::text AS key, ${label}::text AS label, ${figures},
           coalesce(sum(f.amount) FILTER (WHERE f.status = 'open' AND f.due_on < $4::date), 0)::int AS overdue,
           coalesce(sum(f.amount) FILTER (WHERE f.waiting), 0)::int AS waiting
         FROM f ${join} GROUP BY ${key} HAVING sum(f.amount) <> 0
       ) g ON true ORDER BY g.total DESC NULLS LAST, g.key NULLS LAST`,
      [reader.workspaceId, sees, brief, today],
    );
  }

  /** The state at the end of each day of `days`: the sum of all changes up to it. */
  series(
    reader: Reader,
    sees: readonly Visibility[],
    days: readonly string[],
    brief: string | null,
  ): Promise<PointRow[]> {
    return reader.query<PointRow>(
      `WITH f AS (${visibleCounts})
       SELECT p.day::text AS on, ${figures}, ${restrictedTotal}::int AS hidden
       FROM unnest($4::date[]) AS p(day) LEFT JOIN f ON f.day <= p.day GROUP BY p.day ORDER BY p.day`,
      [reader.workspaceId, sees, brief, days],
    );
  }

  /** Open approval stages of items the reader may see, the longest waiting first. */
  stuck(reader: Reader, limit: number): Promise<StuckRow[]> {
    return reader.query<StuckRow>(
      `SELECT i.id AS item_id, i.kind, i.reference, i.title, sr.opened_at AS since,
         (SELECT s.value->'name' FROM jsonb_array_elements(v.definition->'stages') s(value) WHERE s.value->>'key' = sr.stage_key LIMIT 1) AS stage,
         coalesce((SELECT jsonb_agg(q.id ORDER BY q.id) FROM approval_request q WHERE q.workspace_id = sr.workspace_id AND q.stage_run_id = sr.id AND q.state = 'open'), '[]') AS approval_ids,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'active', m.deactivated_at IS NULL) ORDER BY m.name)
           FROM approval_request q JOIN member m ON m.workspace_id = q.workspace_id AND m.id = q.member_id
           WHERE q.workspace_id = sr.workspace_id AND q.stage_run_id = sr.id AND q.state = 'open'), '[]') AS waiting_on
       FROM stage_run sr
       JOIN run r ON r.workspace_id = sr.workspace_id AND r.id = sr.run_id AND r.state = 'active'
       JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
       JOIN item i ON i.workspace_id = r.workspace_id AND i.id = r.item_id
       WHERE sr.workspace_id = $1 AND sr.state = 'open'
       ORDER BY sr.opened_at, sr.id LIMIT $2`,
      [reader.workspaceId, limit],
    );
  }

  /** How many items have an approval open, whether the reader may see them or not. */
  async waitingInAll(reader: Reader): Promise<number> {
    const row = await reader.one<{ n: number }>(
      `SELECT coalesce(sum(amount), 0)::int AS n FROM (SELECT amount FROM rollup_cell c WHERE c.workspace_id = $1 AND c.waiting UNION ALL SELECT amount FROM rollup_delta d WHERE d.workspace_id = $1 AND d.waiting) x`,
      [reader.workspaceId],
    );
    return row?.n ?? 0;
  }

  async waitingInSight(reader: Reader): Promise<number> {
    const row = await reader.one<{ n: number }>(
      `SELECT count(*)::int AS n FROM item i WHERE i.workspace_id = $1 AND i.waiting`,
      [reader.workspaceId],
    );
    return row?.n ?? 0;
  }
}
