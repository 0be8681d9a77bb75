import type { WorkflowRefusalCode } from '@uptake/contracts';
import type { WorkflowRefusal, WorkflowRefusalDetails, CommandRefused } from './types.js';

export function refusal(code: WorkflowRefusalCode, details: WorkflowRefusalDetails = {}): WorkflowRefusal {
  return { code, details };
}

export function refused(code: WorkflowRefusalCode, details: WorkflowRefusalDetails = {}): CommandRefused {
  return { ok: false, refusal: refusal(code, details) };
}
