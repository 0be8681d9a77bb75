import { type Role, verdicts } from '@uptake/contracts';
import fc from 'fast-check';

/** One thing that somebody does, as data: `who` and `which` pick among the people and requests there are at that time. */
export type Step =
  | {
      do: 'submit';
      who: number;
      editor: number;
      twist: SubmitTwist;
      hasRating: boolean;
      amount: number;
      acceptShortage: boolean;
    }
  | {
      do: 'resubmit';
      who: number;
      editor: number;
      twist: ResubmitTwist;
      hasRating: boolean;
      amount: number;
      acceptShortage: boolean;
    }
  | { do: 'decide'; which: number; who: number; verdict: (typeof verdicts)[number]; twist: DecideTwist }
  | { do: 'delegate'; from: number; to: number; startsIn: number; lasts: number; scope: DelegationTwist }
  | { do: 'revoke'; which: number }
  | { do: 'override'; who: number; reason: string; isStray: boolean }
  | { do: 'withdraw'; who: number; isSubmitter: boolean }
  | { do: 'cancel'; who: number; reason: string }
  | { do: 'recheck' }
  | { do: 'recheck-gates' }
  | { do: 'set-gates'; areMet: boolean[] }
  | { do: 'migrate'; change: 'names' | 'quorum'; twist: 'none' | 'unpublished' | 'from-another' }
  | { do: 'amend'; who: number; add: number[]; remove: number[]; reason: string; isStray: boolean }
  | { do: 'pass'; minutes: number }
  | { do: 'tick'; which: number; twist: TickTwist }
  | { do: 'set-active'; who: number; isActive: boolean }
  | { do: 'set-role'; who: number; role: Role; isHeld: boolean };

export type SubmitTwist = 'none' | 'again' | 'unpublished' | 'altered' | 'wrong-revision';
export type ResubmitTwist = 'none' | 'same-content' | 'wrong-revision' | 'other-version';
export type DelegationTwist = 'all' | 'this-workflow' | 'other-workflow' | 'this-item' | 'other-item';
/** `due`: one whose time has come, `early`: one whose time has not; else any that was ever set. */
export type TickTwist = 'due' | 'early' | 'any' | 'unknown-timer';
export type DecideTwist =
  | 'none'
  | 'other-actor'
  | 'closed-request'
  | 'revoked'
  | 'unknown-request'
  | 'stale-hash'
  | 'stale-round'
  | 'on-behalf'
  | 'for-another'
  | 'twice'
  | 'no-signature'
  | 'stray-signature'
  | 'no-reason'
  | 'no-rating'
  | 'other-rating'
  | 'other-rating-explained'
  | 'stray-rating'
  | 'replay'
  | 'reuse-key';

const who = fc.nat({ max: 6 });
const mostly = <T extends string>(...twists: T[]): fc.Arbitrary<T | 'none'> =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constant('none' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...twists) },
  );

const submission = {
  who,
  editor: who,
  hasRating: fc.boolean(),
  amount: fc.constantFrom(0, 0, 1),
  acceptShortage: fc.boolean(),
};

const submit = fc.record({
  do: fc.constant('submit' as const),
  ...submission,
  twist: mostly<SubmitTwist>('again', 'unpublished', 'altered', 'wrong-revision'),
});
const resubmit = fc.record({
  do: fc.constant('resubmit' as const),
  ...submission,
  twist: mostly<ResubmitTwist>('same-content', 'wrong-revision', 'other-version'),
});
const decide = fc.record({
  do: fc.constant('decide' as const),
  which: fc.nat({ max: 20 }),
  who,
  verdict: fc.oneof(
    { weight: 5, arbitrary: fc.constant('approve' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...verdicts) },
  ),
  twist: mostly<DecideTwist>(
    'other-actor',
    'closed-request',
    'closed-request',
    'closed-request',
    'closed-request',
    'revoked',
    'revoked',
    'unknown-request',
    'stale-hash',
    'stale-round',
    'on-behalf',
    'for-another',
    'for-another',
    'for-another',
    'twice',
    'twice',
    'no-signature',
    'stray-signature',
    'no-reason',
    'no-rating',
    'no-rating',
    'other-rating',
    'other-rating-explained',
    'stray-rating',
    'replay',
    'reuse-key',
  ),
});
const reason = fc.oneof(
  { weight: 4, arbitrary: fc.constant('For a reason') },
  { weight: 1, arbitrary: fc.constant(' ') },
);

const migrate = fc.record({
  do: fc.constant('migrate' as const),
  change: fc.constantFrom('names' as const, 'quorum' as const),
  twist: mostly('unpublished' as const, 'from-another' as const),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: migrate },
  { weight: 3, arbitrary: fc.constant({ do: 'recheck' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'recheck-gates' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('set-gates' as const), areMet: fc.array(fc.boolean(), { maxLength: 2 }) }),
  },
  { weight: 5, arbitrary: submit },
  { weight: 3, arbitrary: resubmit },
  { weight: 22, arbitrary: decide },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('delegate' as const),
      from: who,
      to: who,
      startsIn: fc.integer({ min: -5, max: 3 }),
      // minutes, or days, which pass too
      lasts: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1_000, max: 20_000 })),
      scope: fc.constantFrom<DelegationTwist[]>(
        'all',
        'all',
        'this-workflow',
        'other-workflow',
        'this-item',
        'other-item',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), which: fc.nat({ max: 5 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('override' as const),
      who,
      reason,
      isStray: fc.nat({ max: 9 }).map((chance) => chance === 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), who, isSubmitter: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), who, reason }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('amend' as const),
      who,
      add: fc.array(who, { maxLength: 3 }),
      remove: fc.array(who, { maxLength: 2 }),
      reason,
      isStray: fc.nat({ max: 9 }).map((chance) => chance === 0),
    }),
  },
  // half a day to three days ahead, and now and then the clock jumps back
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 720, max: 4320 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: -2880, max: 0 }) }),
  },
  {
    weight: 11,
    arbitrary: fc.record({
      do: fc.constant('tick' as const),
      which: fc.nat({ max: 20 }),
      twist: fc.constantFrom<TickTwist>('due', 'due', 'due', 'due', 'early', 'any', 'any', 'unknown-timer'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('set-active' as const), who, isActive: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('set-role' as const),
      who,
      role: fc.constantFrom<Role[]>('reviewer', 'manager'),
      isHeld: fc.boolean(),
    }),
  },
);

export const anySteps = fc.array(step, { minLength: 30, maxLength: 60, size: 'max' });
