import { Alert } from '@mantine/core';
import type { DryRunStage, WorkflowDryRun } from '@uptake/contracts';
import { DateText } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { MemberName } from '../../../components/member.js';
import { useConditionWords } from '../hooks/use-condition-words.js';
import { useListWords } from '../hooks/use-list-words.js';
import { useRuleWords } from '../hooks/use-rule-words.js';
import { useStageWords } from '../hooks/use-stage-words.js';
import type { Design } from '../model/design.js';
import classes from './designer.module.css';

/** The way that was tried, stage by stage, with what would be missing on it. */
export function DryRunResult({ result, design }: { result: WorkflowDryRun; design: Design }) {
  const { t } = useTranslation('workflows');
  const words = useStageWords(design.stages);
  const { allOf } = useListWords();
  return (
    <div role="status">
      {result.warnings.map((warning, index) => (
        <Alert key={index} color="red" variant="light" mb="sm">
          <strong>
            <bdi>{allOf(warning.stageKeys.map(words.nameByKey))}</bdi>
          </strong>
          {': '}
          {t(`dryRun.warning.${warning.code}`, {
            stages: allOf(warning.stageKeys.map(words.nameByKey)),
            required: warning.required,
            available: warning.available,
          })}{' '}
          {warning.couldAdd.length > 0
            ? t('dryRun.couldAdd', { people: allOf(warning.couldAdd.map(({ name }) => name)) })
            : null}
        </Alert>
      ))}
      <ol className={classes.tried}>
        {result.stages.map((stage) => (
          <TriedStage key={stage.key} stage={stage} design={design} />
        ))}
      </ol>
    </div>
  );
}

function TriedStage({ stage, design }: { stage: DryRunStage; design: Design }) {
  const { t } = useTranslation('workflows');
  const words = useStageWords(design.stages);
  const conditionWords = useConditionWords();
  const { allOf } = useListWords();
  return (
    <li className={classes.triedStage} data-skipped={!stage.isOnTheWay || undefined}>
      <strong>
        <bdi>{words.nameOf(stage as never)}</bdi>
      </strong>
      {stage.isOnTheWay ? null : <span>{t('dryRun.skipped')}</span>}
      {stage.isOnTheWay && stage.kind === 'approval' ? <People stage={stage} design={design} /> : null}
      {stage.isOnTheWay ? <Dates stage={stage} /> : null}
      {stage.isOnTheWay && stage.apartFrom.length > 0 ? (
        <span className={classes.outlineText}>
          {t('dryRun.apart', { stages: allOf(stage.apartFrom.map(words.nameByKey)) })}
        </span>
      ) : null}
      {stage.onward ? (
        <span className={classes.outlineText}>
          {stage.onward.when === null
            ? t('dryRun.goesOn', { stage: words.nameByKey(stage.onward.to) })
            : t('dryRun.goesOnBecause', {
                stage: words.nameByKey(stage.onward.to),
                condition: conditionWords(stage.onward.when),
              })}
        </span>
      ) : null}
    </li>
  );
}

function People({ stage, design }: { stage: DryRunStage; design: Design }) {
  const { t } = useTranslation('workflows');
  const ruleWords = useRuleWords();
  const { allOf } = useListWords();
  const rules = design.stages.find(({ key }) => key === stage.key)?.eligibility ?? [];
  return (
    <>
      <span>{t('dryRun.needs', { required: stage.required ?? 0, asked: stage.asks.length })}</span>
      <ul className={classes.triedPeople}>
        {stage.asks.map(({ member, rules: named }) => (
          <li key={member.id}>
            <MemberName member={member} />
            <span className={classes.outlineText}>
              {allOf(named.flatMap((at) => (rules[at] ? [ruleWords(rules[at])] : [])))}
            </span>
          </li>
        ))}
        {stage.leftOut.map(({ member, reason }) => (
          <li key={member.id}>
            <span>{t('dryRun.leftOut', { name: member.name })}</span>
            <span className={classes.outlineText}>{t(`dryRun.reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Dates({ stage }: { stage: DryRunStage }) {
  const { t } = useTranslation('workflows');
  const { allOf } = useListWords();
  if (!stage.dueAt) return null;
  return (
    <ul className={classes.triedPeople}>
      {stage.remindAt.map((at) => (
        <li key={`remind-${at}`}>
          {t('dryRun.remind')} <DateText value={at} format="dateTime" />
        </li>
      ))}
      {stage.escalations.map(({ at, tells }, index) => (
        <li key={`escalate-${index}`}>
          {t('dryRun.escalate')} <DateText value={at} format="dateTime" />
          <bdi>{allOf(tells.map(({ name }) => name))}</bdi>
        </li>
      ))}
      <li>
        {t('dryRun.due')} <DateText value={stage.dueAt} format="dateTime" />
      </li>
    </ul>
  );
}
