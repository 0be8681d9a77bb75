import type { Onward, Quorum, StageDeadline, StageField, Verdict } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { useNamed } from '../../../lib/i18n/use-named.js';
import type { DesignStage } from '../model/design.js';
import { useConditionWords } from './use-condition-words.js';
import { useListWords } from './use-list-words.js';
import { useRuleWords } from './use-rule-words.js';

type Stages = readonly Pick<DesignStage, 'key' | 'name'>[];

/** What stands in a stage, in the reader's words; `stages` are those whose keys it may name. */
export function useStageWords(stages: Stages) {
  const { t } = useTranslation(['workflows', 'common']);
  const named = useNamed();
  const ruleWords = useRuleWords();
  const conditionWords = useConditionWords();
  const { anyOf, allOf } = useListWords();

  const nameOf = (stage: Pick<DesignStage, 'name'> | undefined): string =>
    (stage && named(filled(stage.name))) || t('unnamed');
  const nameByKey = (key: string): string => nameOf(stages.find((stage) => stage.key === key));
  const listed = (words: string[]): string => (words.length > 0 ? allOf(words) : t('common:states.none'));

  const quorum = (given: Quorum | undefined): string => {
    switch (given?.kind) {
      case 'all':
        return t('quorum.allOf');
      case 'n':
        return t('quorum.nOf', { number: given.count ?? '?' });
      case 'percent':
        return t('quorum.percentOf', { number: given.percent ?? '?' });
      default:
        return t('quorum.anyOf');
    }
  };

  const asked = (stage: DesignStage): string =>
    (stage.eligibility ?? []).length > 0
      ? (stage.quorum?.kind === 'all' ? allOf : anyOf)(
          (stage.eligibility ?? []).map((rule) => ruleWords(rule, stage.quorum?.kind === 'all')),
        )
      : t('rule.nobodyYet');

  const deadline = (given: StageDeadline | undefined | null): string => {
    if (!given) return t('deadline.none');
    return [
      t('deadline.days', { days: given.workingDays ?? '?' }),
      ...given.remindAfter.map((days) => t('deadline.reminds', { days })),
      ...(given.escalations ?? []).map((rung) =>
        t(rung.asksThem ? 'deadline.asksToo' : 'deadline.tells', {
          days: rung.afterWorkingDays,
          people: rung.to.length > 0 ? anyOf(rung.to.map((rule) => ruleWords(rule))) : t('rule.nobodyYet'),
        }),
      ),
      t(`deadline.timeout.${given.onTimeout}`),
    ].join(t('separator'));
  };

  const onward = (given: Onward | undefined | null): string =>
    given
      ? [
          ...given.routes.map(({ when, to }) =>
            t('onward.route', { condition: conditionWords(when), stage: nameByKey(to) }),
          ),
          t('onward.otherwise', { stage: nameByKey(given.otherwise) }),
        ].join(t('separator'))
      : t('onward.next');

  /** One value of a field, as the difference of two versions has it. */
  const value = (field: StageField, given: unknown): string => {
    const is = given as never;
    switch (field) {
      case 'name':
        return named(is);
      case 'eligibility':
      case 'overridableBy':
        return ((given ?? []) as never[]).length > 0
          ? anyOf((given as never[]).map((rule) => ruleWords(rule)))
          : t('common:states.nobody');
      case 'quorum':
        return quorum(is);
      case 'veto':
      case 'rates':
        return t(given ? 'yes' : 'no');
      case 'separateFrom':
        return listed(((given ?? []) as string[]).map(nameByKey));
      case 'excludes':
        return listed(((given ?? []) as ('submitter' | 'editors')[]).map((who) => t(`excluded.${who}`)));
      case 'verdicts':
      case 'reasonRequiredFor':
        return listed(((given ?? []) as Verdict[]).map((verdict) => t(`verdict.${verdict}`)));
      case 'watchedFields':
        return given === null ? t('watched.all') : listed(given as string[]);
      case 'onReject':
        return (given as { kind?: string } | null)?.kind === 'return'
          ? t('reject.returnTo', { stage: nameByKey((given as { stage: string }).stage) })
          : t('reject.end');
      case 'requestChanges':
        return given ? t('reject.returnTo', { stage: nameByKey((given as { returnTo: string }).returnTo) }) : t('no');
      case 'parallelGroup':
        return t(given ? 'together.yes' : 'together.no');
      case 'deadline':
        return deadline(is);
      case 'onward':
        return onward(is);
      case 'signature':
        return given ? named(filled((given as { meaning: Record<string, string> }).meaning)) : t('no');
    }
  };

  /** What a stage does, in a line. */
  const summary = (stage: DesignStage): string => {
    if (stage.kind !== 'approval') return t(`summary.${stage.kind}`);
    return t('summary.approval', { quorum: quorum(stage.quorum), people: asked(stage) });
  };
  const extras = (stage: DesignStage): string[] => [
    ...(stage.veto ? [t('extra.veto')] : []),
    ...(stage.signature ? [t('extra.signature')] : []),
    ...(stage.rates ? [t('extra.rates')] : []),
    ...(stage.deadline ? [t('deadline.days', { days: stage.deadline.workingDays ?? '?' })] : []),
    ...(stage.onReject?.kind === 'return' ? [t('extra.rejectTo', { stage: nameByKey(stage.onReject.stage) })] : []),
    ...(stage.onward ? [t('extra.routes')] : []),
  ];

  return { nameOf, nameByKey, quorum, asked, deadline, onward, value, summary, extras };
}
export type StageWords = ReturnType<typeof useStageWords>;

/** Languages in which something is written; of empty names there is nothing to pick. */
const filled = (names: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );
