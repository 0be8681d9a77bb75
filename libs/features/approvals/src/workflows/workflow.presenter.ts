import type {
  Abilities,
  DraftProblem,
  Part,
  WorkflowSummary,
  WorkflowVersionSummary,
  WorkflowVersionView,
} from '@uptake/contracts';
import type { WorkflowRow, WorkflowVersionRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

/** What this member has to do with the workflow, for the permission table. */
export const partsIn = (scope: WorkspaceScope, workflow: WorkflowRow): Part[] =>
  workflow.designer_ids.includes(scope.member.memberId) ? ['designer'] : [];

export const presentWorkflow = (scope: WorkspaceScope, row: WorkflowRow): WorkflowSummary => ({
  id: row.id,
  key: row.key,
  name: row.name as Record<string, string>,
  subject: row.subject,
  publishedVersion: row.published_number,
  publishedAt: row.published_at,
  hash: row.hash,
  judges: row.judges,
  drafts: row.drafts,
  abilities: abilitiesOf(
    scope,
    { draft: 'workflows.change', choose: 'workflows.choose', entrust: 'workflows.choose' },
    partsIn(scope, row),
    { choose: row.judges ? 'judges_already' : row.published_number === null ? 'not_published' : undefined },
  ),
});

export function presentVersion(
  scope: WorkspaceScope,
  workflow: WorkflowRow,
  row: WorkflowVersionRow,
): WorkflowVersionSummary {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    version: row.version,
    basedOn: row.based_on,
    note: row.note,
    hash: row.hash,
    createdAt: row.created_at,
    createdBy: row.created_by,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    retiredAt: row.retired_at,
    runsUnderWay: row.runs_under_way,
    abilities: abilitiesOfVersion(scope, workflow, row),
  };
}

export function presentVersionView(
  scope: WorkspaceScope,
  workflow: WorkflowRow,
  row: WorkflowVersionRow,
  problems: DraftProblem[],
): WorkflowVersionView {
  const { id, key, name, subject, publishedVersion } = presentWorkflow(scope, workflow);
  return {
    ...presentVersion(scope, workflow, row),
    abilities: abilitiesOfVersion(scope, workflow, row, problems.length > 0),
    workflow: { id, key, name, subject, publishedVersion },
    definition: row.definition,
    problems,
  };
}

/** A version that was published stays as it is; only what is a draft can change, and only what is published can retire. */
function abilitiesOfVersion(
  scope: WorkspaceScope,
  workflow: WorkflowRow,
  { state }: WorkflowVersionRow,
  isUnsound = false,
): Abilities {
  const unlessDraft = state === 'draft' ? undefined : 'version_published';
  return abilitiesOf(
    scope,
    {
      change: 'workflows.change',
      discard: 'workflows.change',
      publish: 'workflows.change',
      retire: 'workflows.change',
      migrate: 'workflows.migrate',
    },
    partsIn(scope, workflow),
    {
      change: unlessDraft,
      discard: unlessDraft,
      publish: unlessDraft ?? (isUnsound ? 'has_problems' : undefined),
      retire: state === 'published' ? undefined : 'not_published',
      migrate: state === 'published' ? undefined : 'not_published',
    },
  );
}
