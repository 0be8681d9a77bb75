import type { ApprovalRequest, RunSnapshot, StageRun } from './run-snapshot.js';

export function stageRunById(snapshot: RunSnapshot, id: string): StageRun {
  const stageRun = snapshot.stageRuns.find((candidate) => candidate.id === id);
  if (!stageRun) throw new Error(`The run has no stage run ${id}`);
  return stageRun;
}

export function stageRef(stageRun: StageRun): { stageRunId: string; stageKey: string; round: number } {
  return { stageRunId: stageRun.id, stageKey: stageRun.stageKey, round: stageRun.round };
}

export function requestRef(stageRun: StageRun, request: ApprovalRequest) {
  return { ...stageRef(stageRun), requestId: request.id, memberId: request.memberId };
}

export function openRequestsOf(snapshot: RunSnapshot, stageRunId: string): ApprovalRequest[] {
  return snapshot.requests.filter((request) => request.stageRunId === stageRunId && request.state === 'open');
}

export function decisionIdsOf(snapshot: RunSnapshot, stageRunId: string): string[] {
  return snapshot.decisions.filter((decision) => decision.stageRunId === stageRunId).map((decision) => decision.id);
}
