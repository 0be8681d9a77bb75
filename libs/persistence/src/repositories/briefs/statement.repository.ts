import type { Direction, ListQuery, Statement, StatementKind } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { StatementEntity } from '../../entities/index.js';
import type { ListedPage } from '../../paging/list-sql.js';
import { readList } from '../../paging/read-list.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

type StatementRow = Omit<Statement, 'abilities'> & Record<string, unknown>;
export interface NewStatement {
  id: string;
  kind: StatementKind;
  text: string;
  language: string;
  direction: Direction;
  briefId?: string | null;
  passageId?: string | null;
  holderId?: string | null;
  at: Date;
}

// the count shows only recommendations the reader may see: row security filters item
const COLUMNS = `s.id, s.kind, s.text, s.language, s.direction, s.brief_id AS "briefId", s.passage_id AS "passageId", s.version,
  CASE WHEN h.id IS NULL THEN NULL ELSE jsonb_build_object('id', h.id, 'name', h.name) END AS holder,
  (SELECT count(*)::int FROM recommendation_statement rs JOIN item i ON i.workspace_id = rs.workspace_id AND i.id = rs.item_id WHERE rs.workspace_id = s.workspace_id AND rs.statement_id = s.id) AS "recommendationCount"`;
const FROM = `statement s LEFT JOIN party h ON h.workspace_id = s.workspace_id AND h.id = s.holder_id`;

const sortable = {
  createdAt: { sql: 's.created_at', type: 'timestamptz' },
  updatedAt: { sql: 's.updated_at', type: 'timestamptz' },
} as const;

export class StatementRepository {
  list(
    reader: Reader,
    kind: StatementKind,
    { brief, ...query }: ListQuery & { brief?: string | undefined },
  ): Promise<ListedPage<StatementRow>> {
    const where = 's.workspace_id = $1 AND s.kind = $2 AND ($3::uuid IS NULL OR s.brief_id = $3)';
    const list = {
      columns: COLUMNS,
      from: FROM,
      where,
      values: [reader.workspaceId, kind, brief ?? null],
      id: 's.id',
      fields: sortable,
    };
    return readList(reader, { ...list, fallback: 'createdAt', changedAt: 's.updated_at' }, query);
  }

  /** Throws `not_found`, for a statement of the other kind too. */
  async get(reader: Reader, kind: StatementKind, id: string): Promise<StatementRow> {
    const row = await reader.one<StatementRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE s.workspace_id = $1 AND s.kind = $2 AND s.id = $3`,
      [reader.workspaceId, kind, id],
    );
    if (!row) throw new DomainError('not_found', { detail: `No such ${kind}` });
    return row;
  }

  async insert(tx: Transaction, made: NewStatement): Promise<void> {
    const { at, ...rest } = made;
    await (
      await tx.entities()
    ).insert(StatementEntity, { ...rest, workspaceId: tx.workspaceId, createdAt: at, updatedAt: at });
  }

  /** False when another change came first. */
  async update(
    tx: Transaction,
    id: string,
    version: number,
    to: { text: string; holderId: string | null; at: Date },
  ): Promise<boolean> {
    const { at, ...rest } = to;
    const change = { ...rest, updatedAt: at, version: version + 1 };
    return (
      (await (await tx.entities()).update(StatementEntity, { workspaceId: tx.workspaceId, id, version }, change))
        .affected === 1
    );
  }

  /** Statements made of a brief's passages, by passage. */
  async byPassage(reader: Reader, briefId: string): Promise<Map<string, string>> {
    const rows = await reader.query<{ id: string; passage_id: string }>(
      `SELECT s.id, s.passage_id FROM statement s WHERE s.workspace_id = $1 AND s.brief_id = $2 AND s.passage_id IS NOT NULL`,
      [reader.workspaceId, briefId],
    );
    return new Map(rows.map((row) => [row.passage_id, row.id]));
  }
}
