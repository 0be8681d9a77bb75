import { Injectable } from '@nestjs/common';
import type { ItemKind, Submission, SubmissionInput } from '@uptake/contracts';
import type { WorkspaceScope } from '@uptake/platform';
import { withCurrent } from '../runs/with-current.js';
import { HandIn } from './hand-in.js';
import { ShowSubmissions } from './show-submissions.js';

@Injectable()
export class Submit {
  constructor(
    private readonly handIn: HandIn,
    private readonly show: ShowSubmissions,
  ) {}

  /** As `HandIn` says; who finds another submission under way is shown it as it stands. */
  async execute(
    scope: WorkspaceScope,
    itemKind: ItemKind,
    itemId: string,
    input: SubmissionInput,
  ): Promise<Submission> {
    const id = await withCurrent(
      () => this.handIn.execute(scope, itemKind, itemId, input),
      ['submission_under_way'],
      async ({ current }) => (typeof current === 'string' ? this.show.one(scope, current) : current),
    );
    return this.show.one(scope, id);
  }
}
