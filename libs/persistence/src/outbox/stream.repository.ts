import type { EventType, Role } from '@uptake/contracts';
import type { Reader, Row } from '../tenancy/transaction.js';

export interface StreamPosition {
  /** The first event that is still kept, and the last one placed; 0 where the workspace has none. */
  first: number;
  last: number;
  /** Events behind the asked place, counted no further than asked. */
  behind: number;
}

export interface StreamedEvent {
  sequence: number;
  type: EventType;
  itemId: string | null;
  at: Date;
  /** False for what this reader may not know of: only its place may be told. */
  isVisible: boolean;
}

/** Who follows the stream, by what they came in with. */
export interface StreamReader {
  memberId: string;
  via: 'session' | 'token';
  entryId: string;
}

interface BatchRow extends Row {
  roles: Role[];
  sequence: string | null;
  type: EventType;
  item_id: string | null;
  at: Date;
  is_visible: boolean;
}

const UNTIL = 200;

/** What a member sees of the workspace's stream of events. Read in their own context: row security hides items from them. */
export class StreamRepository {
  async position(reader: Reader, after: number, countTo: number): Promise<StreamPosition> {
    const row = await reader.one<{ first: string | null; last: string | null; behind: number }>(
      `SELECT (SELECT min(e.sequence) FROM outbox_event e WHERE e.workspace_id = $1 AND e.sequence IS NOT NULL) AS first,
         (SELECT max(e.sequence) FROM outbox_event e WHERE e.workspace_id = $1 AND e.sequence IS NOT NULL) AS last,
         (SELECT count(*)::int FROM (SELECT 1 FROM outbox_event e WHERE e.workspace_id = $1 AND e.sequence > $2 LIMIT $3) b) AS behind`,
      [reader.workspaceId, after, countTo],
    );
    return { first: Number(row?.first ?? 0), last: Number(row?.last ?? 0), behind: row?.behind ?? 0 };
  }

  /**
   * The next events after a place, at most 200, with the roles the reader has at this moment; undefined when their session or
   * token, their membership or their account has ended, all in one snapshot. An open stream is no sign of life: unlike a
   * request it does not put off the end of an idle session (12 hours, as in `enter`).
   */
  async after(
    reader: Reader,
    who: StreamReader,
    place: number,
    now: Date,
  ): Promise<{ roles: Role[]; events: StreamedEvent[] } | undefined> {
    const rows = await reader.query<BatchRow>(
      `WITH me AS (
         SELECT m.roles FROM member m JOIN app_user u ON u.id = m.user_id
         WHERE m.workspace_id = $1 AND m.id = $2::uuid AND m.deactivated_at IS NULL AND u.disabled_at IS NULL
           AND CASE $3::text
             WHEN 'session' THEN EXISTS (SELECT 1 FROM session s WHERE s.id = $4 AND s.revoked_at IS NULL AND s.expires_at > $5 AND s.last_seen_at > $5::timestamptz - interval '12 hours')
             ELSE EXISTS (SELECT 1 FROM api_token t WHERE t.id = $4 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $5)) END
       )
       SELECT me.roles, e.sequence, e.type, e.item_id, e.at, e.is_visible
       FROM me LEFT JOIN LATERAL (
         SELECT e.sequence, e.type, e.item_id, e.at,
           (e.type <> 'notification.created' OR e.data->'recipientIds' ? $2::uuid::text)
             AND (e.item_id IS NULL OR EXISTS (SELECT 1 FROM item i WHERE i.workspace_id = e.workspace_id AND i.id = e.item_id)) AS is_visible
         FROM outbox_event e WHERE e.workspace_id = $1 AND e.sequence > $6 ORDER BY e.sequence LIMIT ${UNTIL}
       ) e ON true ORDER BY e.sequence`,
      [reader.workspaceId, who.memberId, who.via, who.entryId, now, place],
    );
    const [first] = rows;
    if (!first) return undefined;
    const events = rows.flatMap((row) =>
      row.sequence === null
        ? []
        : [
            {
              sequence: Number(row.sequence),
              type: row.type,
              itemId: row.item_id,
              at: row.at,
              isVisible: row.is_visible,
            },
          ],
    );
    return { roles: first.roles, events };
  }
}
