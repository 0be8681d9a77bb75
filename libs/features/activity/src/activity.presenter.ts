import type { ActivityEntry } from '@uptake/contracts';
import type { ActivityRow } from '@uptake/persistence';

export const presentActivity = (row: ActivityRow): ActivityEntry => ({
  id: row.id,
  type: row.type,
  at: row.at.toISOString(),
  actor: row.actor,
  subject: { kind: row.subject_kind, id: row.subject_id },
  data: row.data,
  words: row.words,
});
