import { Injectable } from '@nestjs/common';
import type { Submission } from '@uptake/contracts';
import {
  EligibilityRepository,
  EvidenceRepository,
  RunRepository,
  type SubmissionRow,
  SubmissionRepository,
} from '@uptake/persistence';
import { type WorkspaceScope, presentEvidence } from '@uptake/platform';
import { type ShownRun, showRuns } from '../runs/show-runs.js';
import { presentSubmission } from './submission.presenter.js';

/** Revisions as they are shown, with their run and their evidence: the same number of statements for one as for a page of them. */
@Injectable()
export class ShowSubmissions {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly runs: RunRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** Throws `not_found`. */
  async one(scope: WorkspaceScope, id: string): Promise<Submission> {
    const { submissions } = await this.several(scope, [
      await this.submissions.get(scope.read, id, scope.member.memberId),
    ]);
    return submissions[0] as Submission;
  }

  /** In the order given, with the runs they belong to by id. */
  async several(
    scope: WorkspaceScope,
    rows: readonly SubmissionRow[],
  ): Promise<{ submissions: Submission[]; runs: Map<string, ShownRun> }> {
    const { memberId } = scope.member;
    const cited = rows.flatMap((row) => row.evidence_ids);
    const [runs, files] = await Promise.all([
      this.runs
        .load(scope.read, [...new Set(rows.map((row) => row.run_id))])
        .then((found) => showRuns(scope.read, this.eligibility, found, memberId)),
      cited.length > 0 ? this.evidence.byIds(scope.read, cited, memberId) : [],
    ]);
    const evidence = files.map((file) => presentEvidence(scope, file));
    const submissions = rows.flatMap((row) => {
      const run = runs.get(row.run_id);
      return run
        ? [
            presentSubmission(
              scope,
              row,
              run,
              evidence.filter((file) => row.evidence_ids.includes(file.id)),
            ),
          ]
        : [];
    });
    return { submissions, runs };
  }
}
