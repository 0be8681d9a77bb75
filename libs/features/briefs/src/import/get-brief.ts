import { Injectable } from '@nestjs/common';
import type { Brief } from '@uptake/contracts';
import { BriefRepository } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

@Injectable()
export class GetBrief {
  constructor(private readonly briefs: BriefRepository) {}

  async execute(scope: WorkspaceScope, id: string): Promise<Brief> {
    const brief = await this.briefs.get(scope.read, id);
    return {
      ...brief,
      abilities: abilitiesOf(scope, { edit: 'briefs.confirm', confirm: 'briefs.confirm' }, [], {
        confirm: brief.status === 'extracting' || brief.status === 'failed' ? 'not_ready' : undefined,
      }),
    };
  }
}
