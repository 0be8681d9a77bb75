import type { OfficialRecord } from '@uptake/contracts';
import type { CurrentRecordRow } from '@uptake/persistence';

export const presentRecord = (row: CurrentRecordRow): OfficialRecord => ({
  version: row.version,
  submissionId: row.submission_id,
  narrative: row.narrative,
  progress: row.progress,
  fields: row.fields,
  reportedRating: row.reported_rating,
  verifiedRating: row.verified_rating,
  ratingReason: row.rating_reason,
  approvedBy: row.approved_by,
  at: row.at,
});
