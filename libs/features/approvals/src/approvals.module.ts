import { Module } from '@nestjs/common';
import {
  ApprovalRepository,
  DelegationRepository,
  DryRunRepository,
  EligibilityRepository,
  EvidenceRepository,
  GateRepository,
  ItemRepository,
  OfficialRecordRepository,
  RunItemRepository,
  RunRepository,
  SubmissionRepository,
  WorkflowRepository,
  WorkflowVersionRepository,
  WorkspaceRepository,
} from '@uptake/persistence';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { BulkDecisionsController } from './approvals/bulk-decisions.controller.js';
import { Decide } from './approvals/decide.js';
import { DecideInBulk } from './approvals/decide-in-bulk.js';
import { SignDecision } from './approvals/sign-decision.js';
import { ListApprovals } from './approvals/list-approvals.js';
import { ShowApproval } from './approvals/show-approval.js';
import { ChangeDelegation } from './delegations/change-delegation.js';
import { CreateDelegation } from './delegations/create-delegation.js';
import { RequireTerms } from './delegations/delegation-terms.js';
import { DelegationsController } from './delegations/delegations.controller.js';
import { HoldDelegation } from './delegations/hold-delegation.js';
import { ListDelegations } from './delegations/list-delegations.js';
import { RevokeDelegation } from './delegations/revoke-delegation.js';
import { ApplyCommand } from './runs/apply-command.js';
import { EndRuns } from './runs/end-runs.js';
import { FollowRun } from './runs/follow-run.js';
import { RunsOfItems } from './runs/runs-of-items.js';
import { ChangeGates } from './gates/change-gates.js';
import { RecommendationGatesController, TaskGatesController } from './gates/item-gates.controller.js';
import { ReadGates } from './gates/read-gates.js';
import { AmendReview } from './submissions/amend-review.js';
import { CancelReview } from './submissions/cancel-review.js';
import { CiteEvidence } from './submissions/cite-evidence.js';
import { HandIn } from './submissions/hand-in.js';
import {
  RecommendationSubmissionsController,
  TaskSubmissionsController,
} from './submissions/item-submissions.controller.js';
import { MoveRun } from './submissions/move-run.js';
import { OverrideStage } from './submissions/override-stage.js';
import { ReadSubmissions } from './submissions/read-submissions.js';
import { ShowSubmissions } from './submissions/show-submissions.js';
import { SubmissionsController } from './submissions/submissions.controller.js';
import { Submit } from './submissions/submit.js';
import { Withdraw } from './submissions/withdraw.js';
import { ChangeDraft } from './workflows/change-draft.js';
import { ChangeWorkflow } from './workflows/change-workflow.js';
import { ChooseWorkflow } from './workflows/choose-workflow.js';
import { CreateWorkflow } from './workflows/create-workflow.js';
import { DraftVersion } from './workflows/draft-version.js';
import { EntrustWorkflow } from './workflows/entrust-workflow.js';
import { MigrateRuns } from './workflows/migrate-runs.js';
import { ListWorkflows } from './workflows/list-workflows.js';
import { PublishDraft } from './workflows/publish-draft.js';
import { RetireVersion } from './workflows/retire-version.js';
import { ShowWorkflow } from './workflows/show-workflow.js';
import { WorkflowMigrationsController } from './workflows/workflow-migrations.controller.js';
import { TryVersion } from './workflows/try-version.js';
import { WorkflowVersionsController } from './workflows/workflow-versions.controller.js';
import { WorkflowsController } from './workflows/workflows.controller.js';

const repositories = [
  ApprovalRepository,
  DelegationRepository,
  DryRunRepository,
  EligibilityRepository,
  EvidenceRepository,
  GateRepository,
  ItemRepository,
  OfficialRecordRepository,
  RunItemRepository,
  RunRepository,
  SubmissionRepository,
  WorkflowRepository,
  WorkflowVersionRepository,
  WorkspaceRepository,
];

/** Submissions, the runs that judge them, and the decisions asked for. The app provides the `SubmissionHandlers` of the item kinds. */
@Module({
  controllers: [
    TaskSubmissionsController,
    RecommendationSubmissionsController,
    SubmissionsController,
    ApprovalsController,
    BulkDecisionsController,
    DelegationsController,
    TaskGatesController,
    RecommendationGatesController,
    WorkflowsController,
    WorkflowVersionsController,
    WorkflowMigrationsController,
  ],
  providers: [
    ...repositories,
    ApplyCommand,
    MigrateRuns,
    EndRuns,
    FollowRun,
    RunsOfItems,
    ReadGates,
    ChangeGates,
    CiteEvidence,
    HandIn,
    Submit,
    MoveRun,
    Withdraw,
    CancelReview,
    AmendReview,
    OverrideStage,
    ShowSubmissions,
    ReadSubmissions,
    ShowApproval,
    ListApprovals,
    SignDecision,
    Decide,
    DecideInBulk,
    RequireTerms,
    HoldDelegation,
    CreateDelegation,
    ChangeDelegation,
    RevokeDelegation,
    ListDelegations,
    ListWorkflows,
    ShowWorkflow,
    ChangeWorkflow,
    CreateWorkflow,
    DraftVersion,
    ChangeDraft,
    PublishDraft,
    RetireVersion,
    ChooseWorkflow,
    EntrustWorkflow,
    TryVersion,
  ],
  exports: [Submit, Withdraw, Decide, ShowApproval, ListApprovals, RunsOfItems],
})
export class ApprovalsModule {}
