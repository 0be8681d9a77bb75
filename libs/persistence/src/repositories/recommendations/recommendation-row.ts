import type {
  Direction,
  ItemRef,
  Lifecycle,
  Outcome,
  Part,
  Priority,
  Rating,
  RecommendationKind,
  ResponseVerdict,
  StatementKind,
  TextRange,
  Visibility,
} from '@uptake/contracts';
import type { SubmissionUnderWay } from '@uptake/domain';
import { instantSql } from '../../instant-sql.js';
import { partsSql } from '../item.repository.js';
import { memberJson, participantsJson, teamJson } from '../items/shown.js';

export interface MemberCell {
  id: string;
  name: string;
  active: boolean;
}
export interface NamedCell {
  id: string;
  name: string;
}

export interface RecommendationRow extends Record<string, unknown> {
  id: string;
  reference: string;
  version: number;
  title: string;
  kind: RecommendationKind;
  visibility: Visibility;
  lifecycle: Lifecycle;
  outcome: Outcome | null;
  priority: Priority;
  response: ResponseVerdict | null;
  reported_rating: Rating | null;
  verified_rating: Rating | null;
  due_on: string | null;
  waiting: boolean;
  updated_at: Date;
  owner: MemberCell | null;
  team: NamedCell | null;
  task_counts: { total: number; done: number };
  /** Its submissions that have not ended. */
  under_way: SubmissionUnderWay[];
  /** The reader's own. */
  parts: Part[];
}

/** Tasks counted are those the reader may see and that were not dropped. `member` is the placeholder of the reader's member id. */
export const recommendationColumns = (member: string): string => `
  i.id, i.reference, i.version, i.title, r.blueprint AS kind, i.visibility, i.lifecycle, r.outcome, i.priority, r.response,
  r.reported_rating, r.verified_rating, i.due_on, i.waiting, i.updated_at,
  ${memberJson('o')} AS owner, ${teamJson('t')} AS team,
  (SELECT jsonb_build_object('total', count(*), 'done', count(*) FILTER (WHERE k.status = 'done'))
    FROM item k WHERE k.workspace_id = i.workspace_id AND k.root_id = i.id AND k.kind = 'task' AND k.status <> 'dropped') AS task_counts,
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', u.submission_kind, 'state', u.state)) FROM run u
    WHERE u.workspace_id = i.workspace_id AND u.item_id = i.id AND u.state IN ('active','changes_requested')), '[]') AS under_way,
  ${partsSql('i', member)} AS parts`;

export const recommendationJoins = `
  LEFT JOIN member o ON o.workspace_id = i.workspace_id AND o.id = i.owner_id
  LEFT JOIN team t ON t.workspace_id = i.workspace_id AND t.id = i.team_id`;

export interface RecommendationDetailRow extends RecommendationRow {
  text: string;
  language: string;
  direction: Direction;
  section: string | null;
  contributors: MemberCell[];
  named: MemberCell[];
  addressees: NamedCell[];
  response_part: string | null;
  response_reason: string | null;
  responder: string | null;
  responded_at: Date | null;
  outcome_reason: string | null;
  superseded_by: ItemRef | null;
  closed_at: Date | null;
  rating_reason: string | null;
  progress: number | null;
  source: { briefId: string; briefTitle: string; passageId: string; ranges: TextRange[]; words: string } | null;
  statements: Array<{ id: string; kind: StatementKind; text: string }>;
  due_history: Array<{ from: string | null; to: string | null; reason: string | null; by: string; at: string }>;
  record_version: number;
  created_at: Date;
}

const DETAIL_COLUMNS = `
  r.text, r.language, r.direction, s.heading AS section,
  ${participantsJson('i', 'contributor')} AS contributors, ${participantsJson('i', 'named')} AS named,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', y.id, 'name', y.name) ORDER BY a.position)
    FROM recommendation_addressee a JOIN party y ON y.workspace_id = a.workspace_id AND y.id = a.party_id
    WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id), '[]') AS addressees,
  r.response_part, r.response_reason, x.name AS responder, r.responded_at, r.outcome_reason,
  CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'kind', n.kind, 'reference', n.reference, 'title', n.title) END AS superseded_by,
  i.closed_at, r.rating_reason, r.progress,
  CASE WHEN g.id IS NOT NULL THEN jsonb_build_object('briefId', b.id, 'briefTitle', b.title, 'passageId', g.id, 'ranges', g.ranges, 'words', g.text) END AS source,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'kind', q.kind, 'text', q.text) ORDER BY q.created_at, q.id)
    FROM recommendation_statement l JOIN statement q ON q.workspace_id = l.workspace_id AND q.id = l.statement_id
    WHERE l.workspace_id = i.workspace_id AND l.item_id = i.id), '[]') AS statements,
  coalesce((SELECT jsonb_agg(jsonb_build_object('from', d.from_on, 'to', d.to_on, 'reason', d.reason, 'by', c.name, 'at', ${instantSql('d.at')}) ORDER BY d.id DESC)
    FROM due_date_change d JOIN member c ON c.workspace_id = d.workspace_id AND c.id = d.changed_by
    WHERE d.workspace_id = i.workspace_id AND d.item_id = i.id), '[]') AS due_history,
  i.record_version, i.created_at`;

/** $1 workspace, $2 recommendation, $3 the reader's member id. */
export const RECOMMENDATION_DETAIL = `
SELECT ${recommendationColumns('$3')}, ${DETAIL_COLUMNS}
FROM item i JOIN recommendation r ON r.workspace_id = i.workspace_id AND r.item_id = i.id
  ${recommendationJoins}
  LEFT JOIN brief_section s ON s.workspace_id = r.workspace_id AND s.id = r.section_id
  LEFT JOIN member x ON x.workspace_id = r.workspace_id AND x.id = r.responded_by
  LEFT JOIN item n ON n.workspace_id = r.workspace_id AND n.id = r.superseded_by
  LEFT JOIN passage g ON g.workspace_id = r.workspace_id AND g.id = r.passage_id
  LEFT JOIN brief b ON b.workspace_id = g.workspace_id AND b.id = g.brief_id
WHERE i.workspace_id = $1 AND i.id = $2`;
