import { Foundation1700000000001 } from './0001-foundation.js';
import { Routing1700000000002 } from './0002-routing.js';
import { Timers1700000000003 } from './0003-timers.js';
import { Delegations1700000000004 } from './0004-delegations.js';
import { WorkflowVersions1700000000005 } from './0005-workflow-versions.js';
import { FoundByIndex1700000000006 } from './0006-found-by-index.js';

export const migrations = [
  Foundation1700000000001,
  Routing1700000000002,
  Timers1700000000003,
  Delegations1700000000004,
  WorkflowVersions1700000000005,
  FoundByIndex1700000000006,
] as const;
