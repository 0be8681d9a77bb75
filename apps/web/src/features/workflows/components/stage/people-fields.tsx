import { NumberInput, Select, Switch } from '@mantine/core';
import type { Quorum } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { isTogether } from '../../model/design.js';
import { setTogether } from '../../model/parallel.js';
import classes from '../designer.module.css';
import type { StageFieldsProps } from '../stage-editor.js';
import { Part } from './part.js';
import { RulesField } from './rules-field.js';

const quorums = ['any', 'n', 'percent', 'all'] as const;
const begun: Readonly<Record<(typeof quorums)[number], Quorum>> = {
  any: { kind: 'any' },
  n: { kind: 'n', count: 2 },
  percent: { kind: 'percent', percent: 50 },
  all: { kind: 'all' },
};

/** Whom the stage asks, how many of them have to approve, and whether it waits for the stage before it. */
export function PeopleFields({ draft, stage, change }: StageFieldsProps) {
  const { t } = useTranslation('workflows');
  const quorum = stage.quorum ?? begun.any;
  const at = draft.design.stages.findIndex(({ key }) => key === stage.key);
  const before = draft.design.stages[at - 1];
  return (
    <Part title={t('part.people')}>
      <RulesField
        label={t('asks')}
        rules={stage.eligibility ?? []}
        onChange={(eligibility) => change({ eligibility }, 'eligibility')}
      />
      <div className={classes.pair}>
        <Select
          label={t('quorum.label')}
          allowDeselect={false}
          value={quorum.kind}
          data={quorums.map((kind) => ({ value: kind, label: t(`quorum.kind.${kind}`) }))}
          onChange={(kind) => change({ quorum: begun[kind as (typeof quorums)[number]] })}
        />
        {quorum.kind === 'n' ? (
          <NumberInput
            label={t('quorum.count')}
            min={1}
            max={100}
            allowDecimal={false}
            value={quorum.count ?? ''}
            onChange={(count) => change({ quorum: { kind: 'n', count: asNumber(count) } }, 'quorum')}
          />
        ) : null}
        {quorum.kind === 'percent' ? (
          <NumberInput
            label={t('quorum.percent')}
            min={1}
            max={100}
            allowDecimal={false}
            value={quorum.percent ?? ''}
            onChange={(percent) => change({ quorum: { kind: 'percent', percent: asNumber(percent) } }, 'quorum')}
          />
        ) : null}
      </div>
      {before?.kind === 'approval' ? (
        <Switch
          label={t('together.label')}
          description={t('together.text')}
          checked={isTogether(draft.design, stage.key)}
          onChange={({ currentTarget: { checked } }) => draft.edit((design) => setTogether(design, stage.key, checked))}
        />
      ) : null}
    </Part>
  );
}

/** What is emptied is not there until a number is typed; the draft says so until then. */
export const asNumber = (value: number | string): number => (typeof value === 'number' ? value : (undefined as never));
