import { describe, expect, test } from '@jest/globals';
import { WorkflowDefinition } from '@uptake/contracts';
import { definitionHash, submissionHash } from './hashing.js';
import { publishVersion } from './publish-version.js';
import { updateReview } from './shipped/update-review.js';
import { applied, codeOf, published, reviewWith, Scenario, sha256 } from './testing/scenario.fixture.js';

describe('versions', () => {
  test('invariant 26: refuses a published version that has changed by a byte', () => {
    const version = published(updateReview());
    const altered = { ...version, definition: reviewWith('review', { veto: false }) };
    expect(codeOf(new Scenario(altered).submit())).toBe('version_altered');

    const scenario = new Scenario(version);
    applied(scenario.submit());
    expect(codeOf(scenario.perform(scenario.decision('rana'), {}, altered))).toBe('version_altered');
  });

  test('invariant 26: a definition in use cannot be changed in memory either', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const review = scenario.version.definition.stages[1] as { veto: boolean };
    expect(() => (review.veto = false)).toThrow(TypeError);
  });

  test('invariant 26: a run follows its own version, not the one now published', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const next = { ...published(reviewWith('review', { quorum: { kind: 'all' } })), id: 'version-2', number: 2 };
    expect(codeOf(scenario.perform(scenario.decision('rana'), {}, next))).toBe('version_mismatch');
    const passedOff = { ...next, id: scenario.version.id };
    expect(codeOf(scenario.perform(scenario.decision('rana'), {}, passedOff))).toBe('version_mismatch');
  });

  test('invariant 28: a retired version starts nothing, and its runs can finish', () => {
    const version = published(updateReview());
    const retired = { ...version, state: 'retired' as const };
    expect(codeOf(new Scenario(retired).submit())).toBe('version_not_published');
    expect(codeOf(new Scenario({ ...version, state: 'draft' }).submit())).toBe('version_not_published');
    const scenario = new Scenario(version);
    applied(scenario.submit());
    applied(scenario.perform(scenario.decision('rana'), {}, retired));
    applied(scenario.perform(scenario.decision('mona'), {}, retired));
    expect(scenario.run.state).toBe('approved');
  });

  test('hashes the meaning and not the order of keys', () => {
    const definition = updateReview();
    const turned = Object.fromEntries(Object.entries(definition).reverse()) as unknown as WorkflowDefinition;
    expect(definitionHash(turned, sha256)).toBe(definitionHash(definition, sha256));
    expect(definitionHash(reviewWith('review', { rates: true }), sha256)).not.toBe(definitionHash(definition, sha256));
    expect(submissionHash({ a: 1, b: 'x' }, sha256)).toBe(submissionHash({ b: 'x', a: 1 }, sha256));
    expect(submissionHash({ a: 1 }, sha256)).not.toBe(submissionHash({ a: 2 }, sha256));
  });

  test('the hash of the shipped template is the one it was published with', () => {
    // Workspaces hold this very version: a change of the template is a new version, and has to change this line.
    expect(definitionHash(updateReview(), sha256)).toBe(
      'aebb23f45ed9cc7205fcaba6ff9016a23cad5471dd56e420a5720614292653eb',
    );
  });
});

describe('the shipped template', () => {
  test('has the shape of a definition and no problem', () => {
    expect(WorkflowDefinition.parse(updateReview())).toEqual(updateReview());
    expect(publishVersion({ id: 'v', number: 1, definition: updateReview() }, sha256).ok).toBe(true);
  });

  test('is named in English and Arabic throughout', () => {
    const definition = updateReview();
    for (const name of [definition.name, ...definition.stages.map((stage) => stage.name)]) {
      expect(name.ar).toMatch(/[\u0600-\u06ff]/);
    }
  });
});
