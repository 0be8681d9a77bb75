import { describe, expect, test } from '@jest/globals';
import type { ApprovalStage, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import type { MigrateCommand } from './commands.js';
import { replay } from './evolve.js';
import { updateReview } from './shipped/update-review.js';
import { applied, codeOf, published, reviewWith, revisionOf, Scenario } from './testing/scenario.fixture.js';
import type { WorkflowOutcome, WorkflowVersion } from './types.js';

const versionTwo = (definition: WorkflowDefinition): WorkflowVersion => ({
  ...published(definition),
  id: 'version-2',
  number: 2,
});

/** The shipped review with a stage of its own kind put in at a place. */
function reviewPlus(key: string, order: number): WorkflowDefinition {
  const definition = updateReview();
  const stages = definition.stages.map((stage) => ({ ...stage, order: stage.order * 10 }));
  const like = stages.find((stage) => stage.key === 'review') as ApprovalStage;
  const added: WorkflowStage = { ...like, key, order, name: { en: key } };
  return { ...definition, stages: [...stages, added] };
}

function migrate(scenario: Scenario, to: WorkflowVersion, changes: Partial<MigrateCommand> = {}): WorkflowOutcome {
  const command = {
    type: 'migrate',
    actorId: 'adel',
    from: scenario.version,
    reason: 'New rules',
    ...changes,
  } as const;
  return scenario.perform(command, scenario.crew.now(to.definition), to);
}

const problemsOf = (outcome: WorkflowOutcome) =>
  outcome.ok ? [] : (outcome.refusal.details.migration ?? []).map(({ code, stageKey }) => `${stageKey}: ${code}`);

const afterReview = () => {
  const scenario = new Scenario();
  applied(scenario.submit());
  applied(scenario.decide('rana'));
  return scenario;
};

describe('carrying a run over to another version', () => {
  test('invariant 27: keeps every decision that counts, and goes on by the new rules', () => {
    const scenario = afterReview();
    const to = versionTwo(
      reviewWith('review', { name: { en: 'First look' }, verdicts: ['approve', 'reject'], requestChanges: null }),
    );
    applied(migrate(scenario, to));
    expect(scenario.run).toMatchObject({ versionId: 'version-2', versionHash: to.hash, round: 1, state: 'active' });
    expect(scenario.eventsOf('run.migrated')).toEqual([
      expect.objectContaining({ fromVersionId: 'version-1', carriedDecisionIds: [scenario.state.decisions[0]?.id] }),
    ]);
    expect(replay(scenario.log)).toEqual(scenario.snapshot);
    expect(codeOf(scenario.decide('mona'))).toBe('version_mismatch');
    applied(scenario.perform(scenario.decision('mona'), {}, to));
    expect(scenario.run.state).toBe('approved');
  });

  test.each<[string, Partial<ApprovalStage>]>([
    ['review: quorum_not_met', { quorum: { kind: 'n', count: 2 } }],
    ['review: decider_not_eligible', { eligibility: [{ role: 'leader' }] }],
    ['review: watched_fields_changed', { watchedFields: ['narrative'] }],
  ])('invariant 27: refuses it whole where a decision would not be valid (%s)', (problem, changes) => {
    const scenario = afterReview();
    const before = scenario.snapshot;
    const outcome = migrate(scenario, versionTwo(reviewWith('review', changes)));
    expect(codeOf(outcome)).toBe('migration_refused');
    expect(problemsOf(outcome)).toEqual([problem]);
    expect(scenario.snapshot).toBe(before);
  });

  test('invariant 27: sees a decider whom the new version keeps apart from what they did elsewhere', () => {
    const apart = reviewWith('sign-off', { separateFrom: [], quorum: { kind: 'n', count: 2 } });
    const scenario = new Scenario(published(apart));
    scenario.crew.grant('mona', 'reviewer');
    applied(scenario.submit());
    applied(scenario.decide('mona'));
    applied(scenario.decide('mona'));
    const outcome = migrate(scenario, versionTwo(reviewWith('sign-off', { quorum: { kind: 'n', count: 2 } })));
    expect(problemsOf(outcome)).toContain('review: duties_not_separate');
  });

  test('a veto that the old version did not know counts against it', () => {
    const scenario = new Scenario(published(reviewWith('review', { veto: false })));
    scenario.crew.grant('adel', 'reviewer');
    applied(scenario.submit());
    applied(scenario.decide('rami', { verdict: 'reject' }));
    applied(scenario.decide('rana'));
    expect(problemsOf(migrate(scenario, versionTwo(updateReview())))).toEqual(['review: vetoed']);
  });

  test('an open stage goes on when its rules are the same, and keeps what was decided in it', () => {
    const scenario = new Scenario(published(reviewWith('review', { quorum: { kind: 'n', count: 2 } })));
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    const to = versionTwo(reviewWith('review', { quorum: { kind: 'n', count: 2 }, name: { en: 'Both look' } }));
    applied(migrate(scenario, to));
    applied(scenario.perform(scenario.decision('rami'), {}, to));
    expect(scenario.stageRun('review')).toMatchObject({ state: 'approved', round: 1 });
  });

  test('invariant 25: an open stage with other rules, in which nobody has decided, is asked anew', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const asked = scenario.requestOf('rana').id;
    const to = versionTwo(reviewWith('review', { quorum: { kind: 'all' } }));
    applied(migrate(scenario, to));
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', round: 2, required: 2 });
    expect(scenario.requestOf('rana').id).not.toBe(asked);
    expect(scenario.eventsOf('request.superseded')).toHaveLength(2);
  });

  test('an open stage with other rules, in which somebody has decided, is not carried over', () => {
    const scenario = new Scenario(published(reviewWith('review', { quorum: { kind: 'n', count: 2 } })));
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    expect(problemsOf(migrate(scenario, versionTwo(updateReview())))).toEqual(['review: open_stage_changed']);
  });

  test('invariant 16: nothing that stands or is open may come after a stage that has not been passed', () => {
    expect(problemsOf(migrate(afterReview(), versionTwo(reviewPlus('legal', 15))))).toEqual(['legal: stage_before']);
    const later = afterReview();
    applied(migrate(later, versionTwo(reviewPlus('legal', 35))));
  });

  test('a stage that stands or is open must still be there', () => {
    const without = (key: string): WorkflowDefinition => ({
      ...updateReview(),
      stages: updateReview()
        .stages.filter((stage) => stage.key !== key)
        .map((stage) => (stage.kind === 'approval' ? { ...stage, separateFrom: [] } : stage)),
    });
    expect(problemsOf(migrate(afterReview(), versionTwo(without('review'))))).toEqual(['review: stage_gone']);
    expect(problemsOf(migrate(afterReview(), versionTwo(without('sign-off'))))).toEqual(['sign-off: stage_gone']);
  });

  test('takes a run that waits for its submitter along', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    applied(scenario.decide('rana', { verdict: 'request_changes' }));
    const to = versionTwo(reviewWith('review', { quorum: { kind: 'all' } }));
    applied(migrate(scenario, to));
    applied(scenario.perform({ type: 'resubmit', judged: revisionOf(2), acceptShortage: false }, {}, to));
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', required: 2 });
  });

  test('only from the version the run stands under, to another one that is published, while it is under way', () => {
    const to = versionTwo(reviewWith('review', { name: { en: 'First look' } }));
    const scenario = new Scenario();
    applied(scenario.submit());
    expect(codeOf(migrate(scenario, scenario.version))).toBe('version_mismatch');
    expect(codeOf(migrate(scenario, to, { from: to }))).toBe('version_mismatch');
    expect(codeOf(migrate(scenario, { ...to, state: 'retired' }))).toBe('version_not_published');
    expect(
      codeOf(
        migrate(scenario, to, { from: { ...scenario.version, definition: reviewWith('review', { veto: false }) } }),
      ),
    ).toBe('version_altered');
    applied(scenario.withdraw());
    expect(codeOf(migrate(scenario, to))).toBe('run_ended');
  });
});
