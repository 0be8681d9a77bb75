import type { RequestCancelled, RequestSuperseded } from './events.js';
import type { RunLedger } from './run-ledger.js';
import type { StageRun } from './run-snapshot.js';
import { isStanding } from './stage-order.js';
import { decisionIdsOf, openRequestsOf, requestRef, stageRef } from './stage-runs.js';

/** Frees everybody still asked in a stage that needs their answer no more. */
export function supersedeRequests(ledger: RunLedger, stageRun: StageRun, reason: RequestSuperseded['reason']): void {
  for (const request of openRequestsOf(ledger.snapshot, stageRun.id)) {
    ledger.record({ type: 'request.superseded', ...requestRef(stageRun, request), reason });
  }
}

/** Nobody answered in time. */
export function expireRequests(ledger: RunLedger, stageRun: StageRun): void {
  for (const request of openRequestsOf(ledger.snapshot, stageRun.id)) {
    ledger.record({ type: 'request.expired', ...requestRef(stageRun, request) });
  }
}

/** A newer round replaces these stages: the open ones close, what stood is void. */
export function supersedeStages(ledger: RunLedger, isConcerned: (stageRun: StageRun) => boolean): void {
  for (const stageRun of ledger.snapshot.stageRuns.filter(isConcerned)) {
    const voided = { ...stageRef(stageRun), decisionIds: decisionIdsOf(ledger.snapshot, stageRun.id) };
    if (stageRun.state === 'open') {
      supersedeRequests(ledger, stageRun, 'new_round');
      ledger.record({ type: 'stage.superseded', ...voided });
    } else if (isStanding(stageRun)) {
      ledger.record({ type: 'stage.voided', ...voided });
    }
  }
}

/** The run ends from outside or by a rejection: nothing stays open behind it. */
export function cancelOpenStages(ledger: RunLedger, reason: RequestCancelled['reason']): void {
  for (const stageRun of ledger.snapshot.stageRuns.filter((candidate) => candidate.state === 'open')) {
    for (const request of openRequestsOf(ledger.snapshot, stageRun.id)) {
      ledger.record({ type: 'request.cancelled', ...requestRef(stageRun, request), reason });
    }
    ledger.record({ type: 'stage.cancelled', ...stageRef(stageRun) });
  }
}
