import { describe, expect, test } from '@jest/globals';
import { verdicts, workflowRefusalCodes } from '@uptake/contracts';
import fc from 'fast-check';
import { anyDefinition } from './testing/definitions.fixture.js';
import { invariantsOfTheLog } from './testing/log-invariants.fixture.js';
import { type Met, ModelRun } from './testing/model-run.fixture.js';
import { anySteps } from './testing/model-steps.fixture.js';

// A fixed seed makes the everyday run the same everywhere; more runs by UPTAKE_MODEL_RUNS explore with a seed of their own.
const everyday = 500;
const asked = Number(process.env['UPTAKE_MODEL_RUNS'] ?? 0);
const settings = asked > everyday ? { numRuns: asked } : { numRuns: everyday, seed: 20260105 };

describe('the engine against an oracle that reads its event log alone', () => {
  test(
    `invariants ${[2, 8, 18, 21, 26, 27, 29, ...invariantsOfTheLog].sort((a, b) => a - b).join(', ')} hold over random runs`,
    () => {
      const met: Met = { verdicts: new Set(), refusals: new Set(), events: new Set(), commands: 0 };
      fc.assert(
        fc.property(anyDefinition, anySteps, (definition, steps) => {
          const run = new ModelRun(definition, met);
          for (const step of steps) run.play(step);
          run.finish();
        }),
        { ...settings, verbose: 1 },
      );
      expect([...met.verdicts].sort()).toEqual([...verdicts].sort());
      expect([...met.refusals].sort()).toEqual([...workflowRefusalCodes].sort());
      expect([...met.events].sort()).toEqual([...everyEvent].sort());
    },
    asked > everyday ? 24 * 3_600_000 : 240_000,
  );
});

const everyEvent = [
  'run.started',
  'run.short-of-people',
  'run.revised',
  'run.changes-requested',
  'run.returned',
  'run.approved',
  'run.rejected',
  'run.withdrawn',
  'run.cancelled',
  'run.migrated',
  'stage.opened',
  'stage.skipped',
  'stage.blocked',
  'stage.unblocked',
  'stage.completed',
  'stage.overridden',
  'stage.superseded',
  'stage.cancelled',
  'stage.voided',
  'request.decided',
  'request.superseded',
  'request.cancelled',
  'eligibility.amended',
  'run.expired',
  'stage.reminded',
  'stage.escalated',
  'stage.timed-out',
  'stage.expired',
  'request.expired',
  'timer.set',
  'timer.cancelled',
];
