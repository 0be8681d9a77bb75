import { Injectable } from '@nestjs/common';
import type { WorkspaceChange } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type WorkspaceFields, WorkspaceRepository, type WorkspaceRow, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentWorkspace } from './workspace.presenter.js';

@Injectable()
export class ChangeWorkspace {
  constructor(private readonly workspaces: WorkspaceRepository) {}

  /** `version_conflict` carries the workspace as it stands; two at once: the conditional update lets one through. */
  async execute(scope: WorkspaceScope, { version, ...input }: WorkspaceChange): Promise<WorkspaceRow> {
    scope.demand('workspace.change');
    await scope.transaction(async (tx) => {
      const before = await this.workspaces.get(tx);
      const after: WorkspaceFields = {
        name: input.name ?? before.name,
        language: input.language ?? before.language,
        time_zone: input.timeZone ?? before.time_zone,
        working_days: input.workingDays ? [...new Set(input.workingDays)].sort((a, b) => a - b) : before.working_days,
        holidays: input.holidays ? [...new Set(input.holidays)].sort() : before.holidays,
      };
      if (!(await this.workspaces.update(tx, version, after, scope.now()))) {
        throw new DomainError('version_conflict', {
          current: presentWorkspace(await this.workspaces.get(tx), scope.roles),
        });
      }
      const { name, ...facts } = changesBetween(before, after);
      await journal(tx, [
        {
          ...scope.actor,
          type: 'workspace.changed',
          subject: { kind: 'workspace', id: before.id },
          data: facts,
          ...(name ? { personal: { name } } : {}),
        },
      ]);
    });
    return this.workspaces.get(scope.read);
  }
}

function changesBetween(
  before: WorkspaceFields,
  after: WorkspaceFields,
): Partial<Record<keyof WorkspaceFields, { from: unknown; to: unknown }>> {
  const fields = Object.keys(after) as Array<keyof WorkspaceFields>;
  return Object.fromEntries(
    fields
      .filter((field) => String(before[field]) !== String(after[field]))
      .map((field) => [field, { from: before[field], to: after[field] }]),
  );
}
