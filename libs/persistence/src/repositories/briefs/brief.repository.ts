import type { Brief, BriefStatus, BriefSummary, Direction, ListQuery, Page, ParsedBrief } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { BriefEntity } from '../../entities/index.js';
import { instantSql } from '../../instant-sql.js';
import { newId } from '../../new-id.js';
import { readList } from '../../paging/read-list.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

type SummaryRow = BriefSummary & Record<string, unknown>;
type BriefRow = Omit<Brief, 'abilities'> & Record<string, unknown>;
export interface LockedBrief {
  id: string;
  title: string;
  text: string;
  language: string;
  direction: Direction;
  status: BriefStatus;
  reference_prefix: string;
  version: number;
}
export interface NewBrief {
  id: string;
  at: Date;
  title: string;
  referencePrefix: string;
  fileName: string | null;
  sha256: string;
  sizeBytes: number;
  text: string;
  importedBy: string;
}

const SUMMARY = `b.id, b.title, b.author, b.file_name AS "fileName", b.language, b.direction, b.edition, b.status, b.reference_prefix AS "referencePrefix",
  (SELECT m.name FROM member m WHERE m.workspace_id = b.workspace_id AND m.id = b.imported_by) AS "importedBy",
  (SELECT jsonb_build_object('issues', count(*) FILTER (WHERE p.kind = 'issue'), 'interests', count(*) FILTER (WHERE p.kind = 'interest'), 'recommendations', count(*) FILTER (WHERE p.kind = 'recommendation'))
   FROM passage p WHERE p.workspace_id = b.workspace_id AND p.brief_id = b.id) AS counts,
  ${instantSql('b.created_at')} AS "createdAt", ${instantSql('b.confirmed_at')} AS "confirmedAt", b.version`;

export class BriefRepository {
  async list(reader: Reader, query: ListQuery): Promise<Page<BriefSummary>> {
    const fields = {
      createdAt: { sql: 'b.created_at', type: 'timestamptz' },
      title: { sql: 'b.title', type: 'text' },
    } as const;
    const list = {
      columns: SUMMARY,
      from: 'brief b',
      where: 'b.workspace_id = $1',
      values: [reader.workspaceId],
      id: 'b.id',
      fields,
      fallback: '-createdAt',
      changedAt: 'b.updated_at',
    };
    const { rows, ...rest } = await readList<SummaryRow>(reader, list, query);
    return { items: rows, ...rest };
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<Omit<Brief, 'abilities'>> {
    const row = await reader.one<BriefRow>(
      `SELECT ${SUMMARY}, b.text, b.sha256, b.warnings, b.error,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'heading', s.heading, 'kind', s.kind, 'charStart', s.char_start) ORDER BY s.position) FROM brief_section s WHERE s.workspace_id = b.workspace_id AND s.brief_id = b.id), '[]') AS sections
       FROM brief b WHERE b.workspace_id = $1 AND b.id = $2`,
      [reader.workspaceId, id],
    );
    if (!row) throw new DomainError('not_found', { detail: 'No such brief' });
    return row;
  }

  /** Holds the brief and its passages against other writers. Throws `not_found`. */
  async lock(tx: Transaction, id: string): Promise<LockedBrief> {
    const row = await tx.one<LockedBrief & Record<string, unknown>>(
      `SELECT b.id, b.title, b.text, b.language, b.direction, b.status, b.reference_prefix, b.version FROM brief b WHERE b.workspace_id = $1 AND b.id = $2 FOR UPDATE`,
      [tx.workspaceId, id],
    );
    if (!row) throw new DomainError('not_found', { detail: 'No such brief' });
    return row;
  }

  async insert(tx: Transaction, brief: NewBrief): Promise<void> {
    const { at, sizeBytes, ...rest } = brief;
    const unparsed = { language: 'und', direction: 'ltr', status: 'extracting' } as const;
    const record = {
      ...rest,
      ...unparsed,
      workspaceId: tx.workspaceId,
      sizeBytes: String(sizeBytes),
      createdAt: at,
      updatedAt: at,
    };
    await (await tx.entities()).insert(BriefEntity, record);
  }

  /** Keeps what the parser found. The title a person gave stands; the found one fills in for a file's name. */
  async keepFindings(tx: Transaction, id: string, found: ParsedBrief, title: string, at: Date): Promise<void> {
    const { text, author, language, direction, warnings } = found;
    await this.change(tx, id, { text, title, author, language, direction, warnings, status: 'ready', updatedAt: at });
    const sections = found.sections.map((section, position) => ({ ...section, position, id: newId(at) }));
    // all of them in one statement each, for a long document has thousands
    await tx.query(
      `INSERT INTO brief_section (workspace_id, id, brief_id, position, heading, kind, char_start)
       SELECT $1, s.id, $2, s.position, s.heading, s.kind, s."charStart" FROM jsonb_to_recordset($3::jsonb) AS s(id uuid, position int, heading text, kind text, "charStart" int)`,
      [tx.workspaceId, id, JSON.stringify(sections)],
    );
    const passages = found.passages.map((passage) => {
      const section = sections.findLast((s) => s.heading === passage.section && s.charStart <= passage.charStart);
      return { ...passage, id: newId(at), sectionId: section?.id ?? null };
    });
    await tx.query(
      `INSERT INTO passage (workspace_id, id, brief_id, section_id, kind, text, number, lead_in, ranges, char_start, char_end, confidence, warnings, addressees)
       SELECT $1, p.id, $2, p."sectionId", p.kind, p.text, p.number, p."leadIn", p.ranges, p."charStart", p."charEnd", p.confidence, p.warnings, p.addressees
       FROM jsonb_to_recordset($3::jsonb) AS p(id uuid, "sectionId" uuid, kind text, text text, number text, "leadIn" text, ranges jsonb, "charStart" int, "charEnd" int, confidence real, warnings jsonb, addressees jsonb)`,
      [tx.workspaceId, id, JSON.stringify(passages)],
    );
  }

  async markFailed(tx: Transaction, id: string, error: string, at: Date): Promise<void> {
    await this.change(tx, id, { status: 'failed', error, updatedAt: at });
  }

  async markConfirmed(tx: Transaction, id: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE brief SET status = 'confirmed', confirmed_at = coalesce(confirmed_at, $3), updated_at = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2`,
      [tx.workspaceId, id, at],
    );
  }

  private async change(tx: Transaction, id: string, to: Partial<BriefEntity>): Promise<void> {
    await (
      await tx.entities()
    ).update(BriefEntity, { workspaceId: tx.workspaceId, id }, { ...to, version: () => 'version + 1' });
  }
}
