import type { Passage, PassageKind, TextRange } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { In } from 'typeorm';
import { PassageEntity, PassageLinkEntity } from '../../entities/index.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

type PassageRow = Passage & Record<string, unknown>;
export interface ChangedPassage {
  id: string;
  kind: PassageKind;
  text: string;
  ranges: readonly TextRange[];
  addressees: readonly string[];
}
export interface NewPassage extends ChangedPassage {
  briefId: string;
  sectionId: string | null;
}

const COLUMNS = `p.id, p.kind, p.text, p.number, p.lead_in AS "leadIn", s.heading AS section, p.ranges, p.char_start AS "charStart", p.char_end AS "charEnd",
  round(p.confidence::numeric, 3)::float AS confidence, p.warnings, p.addressees, p.state, p.version,
  coalesce((SELECT jsonb_agg(l.answers_id ORDER BY l.answers_id) FROM passage_link l WHERE l.workspace_id = p.workspace_id AND l.passage_id = p.id), '[]') AS links,
  i.id AS "itemId", i.reference`;
// row security hides a confidential recommendation here too: its passage shows, its reference does not
const FROM = `passage p
  LEFT JOIN brief_section s ON s.workspace_id = p.workspace_id AND s.id = p.section_id
  LEFT JOIN recommendation r ON r.workspace_id = p.workspace_id AND r.passage_id = p.id
  LEFT JOIN item i ON i.workspace_id = p.workspace_id AND i.id = r.item_id`;

export class PassageRepository {
  ofBrief(reader: Reader, briefId: string): Promise<Passage[]> {
    return reader.query<PassageRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE p.workspace_id = $1 AND p.brief_id = $2 ORDER BY p.char_start, p.id`,
      [reader.workspaceId, briefId],
    );
  }

  /** Throws `not_found` for a passage of another brief too. */
  async get(reader: Reader, briefId: string, id: string): Promise<Passage> {
    const row = await reader.one<PassageRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE p.workspace_id = $1 AND p.brief_id = $2 AND p.id = $3`,
      [reader.workspaceId, briefId, id],
    );
    if (!row) throw new DomainError('not_found', { detail: 'No such passage' });
    return row;
  }

  /** A passage made by hand is certain: confidence 1. */
  async insert(tx: Transaction, made: NewPassage): Promise<void> {
    const record = { ...made, ...boundsOf(made.ranges), workspaceId: tx.workspaceId, confidence: 1 };
    await (await tx.entities()).insert(PassageEntity, record);
  }

  async update(tx: Transaction, changed: ChangedPassage): Promise<void> {
    const { id, ...rest } = changed;
    const change = { ...rest, ...boundsOf(changed.ranges), confidence: 1, version: () => 'version + 1' };
    await (await tx.entities()).update(PassageEntity, { workspaceId: tx.workspaceId, id }, change);
  }

  async replaceLinks(tx: Transaction, id: string, answers: readonly string[]): Promise<void> {
    const from = { workspaceId: tx.workspaceId, passageId: id };
    const records = await tx.entities();
    await records.delete(PassageLinkEntity, from);
    await records.insert(
      PassageLinkEntity,
      [...new Set(answers)].map((answersId) => ({ ...from, answersId })),
    );
  }

  /** Links of and to passages whose kind no longer allows them. */
  async dropLinks(tx: Transaction, id: string): Promise<void> {
    const { workspaceId } = tx;
    await (
      await tx.entities()
    ).delete(PassageLinkEntity, [
      { workspaceId, passageId: id },
      { workspaceId, answersId: id },
    ]);
  }

  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    await (await tx.entities()).delete(PassageEntity, { workspaceId: tx.workspaceId, id: In(ids) });
  }

  async markConfirmed(tx: Transaction, ids: readonly string[]): Promise<void> {
    const confirmed = { state: 'confirmed' as const, version: () => 'version + 1' };
    await (await tx.entities()).update(PassageEntity, { workspaceId: tx.workspaceId, id: In(ids) }, confirmed);
  }

  /** The section whose heading stands last before an offset. */
  async sectionAt(reader: Reader, briefId: string, offset: number): Promise<string | null> {
    const row = await reader.one<{ id: string }>(
      `SELECT s.id FROM brief_section s WHERE s.workspace_id = $1 AND s.brief_id = $2 AND s.char_start <= $3 ORDER BY s.char_start DESC LIMIT 1`,
      [reader.workspaceId, briefId, offset],
    );
    return row?.id ?? null;
  }

  /** Each passage's section, for the recommendations made of them. */
  async sectionIds(reader: Reader, briefId: string): Promise<Map<string, string | null>> {
    const rows = await reader.query<{ id: string; section_id: string | null }>(
      `SELECT p.id, p.section_id FROM passage p WHERE p.workspace_id = $1 AND p.brief_id = $2`,
      [reader.workspaceId, briefId],
    );
    return new Map(rows.map((row) => [row.id, row.section_id]));
  }
}

function boundsOf(ranges: readonly TextRange[]): { charStart: number; charEnd: number } {
  return { charStart: Math.min(...ranges.map(([start]) => start)), charEnd: Math.max(...ranges.map(([, end]) => end)) };
}
