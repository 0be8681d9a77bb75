export interface Edit {
  /** From the root of the repository. */
  file: string;
  /** Stands there exactly once. */
  find: string;
  replace: string;
}

/** A mistake that engines of this kind have made, and the tests that must see it. */
export interface Mutant {
  name: string;
  edits: readonly Edit[];
  /** Which Jest run, and which of its files and tests. */
  config: 'jest.config.js' | 'jest.api.config.js';
  paths: readonly string[];
  only?: string;
  /** No named test sees it, only the random model. */
  isSeenByModel?: true;
  /** One of the tests that fail must be called so. */
  seenBy: RegExp;
}

const workflow = 'libs/domain/src/workflow';
const inTheEngine = { config: 'jest.config.js', paths: [workflow] } as const;

export const mutants: readonly Mutant[] = [
  {
    name: 'a quorum that counts to its number exactly',
    edits: [
      {
        file: `${workflow}/quorum.ts`,
        find: 'votes.approvals.length >= stageRun.required',
        replace: 'votes.approvals.length === stageRun.required',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 12/,
  },
  {
    name: 'no row lock',
    edits: [
      {
        file: 'libs/persistence/src/repositories/approvals/run.repository.ts',
        find: 'AND r.id = $2 FOR UPDATE`',
        replace: 'AND r.id = $2`',
      },
      {
        file: 'libs/persistence/src/repositories/item.repository.ts',
        find: '${COLUMNS} FROM item i WHERE i.workspace_id = $1 AND i.id = $2 FOR NO KEY UPDATE`',
        replace: '${COLUMNS} FROM item i WHERE i.workspace_id = $1 AND i.id = $2`',
      },
      {
        file: 'libs/persistence/src/repositories/item.repository.ts',
        find: 'SELECT i.id FROM item i WHERE i.workspace_id = $1 AND i.id = $2 FOR NO KEY UPDATE`',
        replace: 'SELECT i.id FROM item i WHERE i.workspace_id = $1 AND i.id = $2`',
      },
    ],
    config: 'jest.api.config.js',
    paths: ['tests/api/approvals/races'],
    only: 'any of whom suffices',
    seenBy: /one closes the stage, once/,
  },
  {
    name: 'the live definition instead of that of the run',
    edits: [
      {
        file: `${workflow}/apply-workflow-command.ts`,
        find: 'if (before && (before.run.versionId !== version.id || before.run.versionHash !== version.hash))',
        replace: 'if (false)',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 26: a run follows its own version/,
  },
  {
    name: 'a submitter who is not left out',
    edits: [
      {
        file: `${workflow}/separation.ts`,
        find: `if (run.judged.submitterId === memberId) return 'is_submitter';`,
        replace: '',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 1:/,
  },
  {
    name: 'an empty set of people that passes',
    edits: [{ file: `${workflow}/quorum.ts`, find: 'return Math.max(1, eligible);', replace: 'return eligible;' }],
    ...inTheEngine,
    seenBy: /invariant 7/,
  },
  {
    name: 'a hash that is not compared',
    edits: [
      {
        file: `${workflow}/decision-rules.ts`,
        find: 'command.subjectHash === contentHash ? null',
        replace: 'true ? null',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 13/,
  },
  {
    name: 'a round that is not compared',
    edits: [
      {
        file: `${workflow}/decision-rules.ts`,
        find: 'command.round === stageRun.round ? null',
        replace: 'true ? null',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 13/,
  },
  {
    name: 'a delegate who is counted twice',
    edits: [
      {
        file: `${workflow}/decision-rules.ts`,
        find: `return memberIds.length === 0 ? null : refusal('already_voted'`,
        replace: `return true ? null : refusal('already_voted'`,
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 5/,
  },
  {
    name: 'a delegation that is never over',
    edits: [
      {
        file: `${workflow}/delegation.ts`,
        find: 'return Date.parse(startsAt) <= at && at < Date.parse(endsAt);',
        replace: 'return Date.parse(startsAt) <= at;',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 4: counts only from its start/,
  },
  {
    name: 'a delegation that is handed on',
    edits: [
      {
        file: `${workflow}/decision-rules.ts`,
        find: 'request.memberId === (onBehalfOfId ?? actorId) ? null',
        replace: 'true ? null',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 4: is never handed on/,
  },
  {
    name: 'an override that counts as an approval',
    edits: [{ file: `${workflow}/stage-order.ts`, find: ` && stageRun.state !== 'overridden'`, replace: '' }],
    ...inTheEngine,
    seenBy: /invariant 16/,
  },
  {
    name: 'a signature that is not asked for',
    edits: [
      {
        file: `${workflow}/decision-rules.ts`,
        find: 'if (stage.signature && !command.signature)',
        replace: 'if (false)',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 39/,
  },
  {
    name: 'a group that is left when one of it stands',
    edits: [
      {
        file: `${workflow}/stage-order.ts`,
        find: '!step.every((stage) => standing.has(stage.key))',
        replace: '!step.some((stage) => standing.has(stage.key))',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 17/,
  },
  {
    name: 'a revision that voids nothing',
    edits: [{ file: `${workflow}/void-for-revision.ts`, find: 'return isChanged || ', replace: 'return ' }],
    ...inTheEngine,
    seenBy: /invariant 23/,
  },
  {
    name: 'a gate that waits for nothing',
    edits: [
      {
        file: `${workflow}/pass-gate.ts`,
        find: '!ledger.context.gates.every((gate) => gate.isMet)',
        replace: 'false',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 29/,
  },
  {
    name: 'a rule that skips what it does not lead past',
    isSeenByModel: true,
    edits: [
      {
        file: `${workflow}/routes.ts`,
        find: `evaluateExpression('route', when, { submission: judged.facts, item })`,
        replace: '[judged, item].length > 0 && when !== undefined',
      },
    ],
    ...inTheEngine,
    seenBy: /invariant 16|invariants/,
  },
];
