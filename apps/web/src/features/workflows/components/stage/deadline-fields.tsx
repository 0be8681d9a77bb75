import { ActionIcon, Button, NumberInput, Select, Switch, TagsInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Escalation, StageDeadline } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import classes from '../designer.module.css';
import type { StageFieldsProps } from '../stage-editor.js';
import { Part } from './part.js';
import { asNumber } from './people-fields.js';
import { RulesField } from './rules-field.js';

const begun: StageDeadline = { workingDays: 5, remindAfter: [3], onTimeout: 'escalate' };
const timeouts = ['escalate', 'expire', 'reject'] as const;

/** How long the stage may take, when it is reminded of, and whom it is told to when nothing happens. A timeout never approves. */
export function DeadlineFields({ stage, change }: StageFieldsProps) {
  const { t } = useTranslation('workflows');
  const { deadline } = stage;
  const set = (to: Partial<StageDeadline>, of?: string) =>
    deadline ? change({ deadline: { ...deadline, ...to } }, of) : undefined;
  return (
    <Part title={t('part.deadline')}>
      <Switch
        label={t('deadline.label')}
        description={t('deadline.text')}
        checked={deadline !== undefined}
        onChange={({ currentTarget: { checked } }) => change({ deadline: checked ? begun : undefined } as never)}
      />
      {deadline ? (
        <>
          <div className={classes.pair}>
            <NumberInput
              label={t('deadline.workingDays')}
              min={1}
              max={365}
              allowDecimal={false}
              value={deadline.workingDays ?? ''}
              onChange={(days) => set({ workingDays: asNumber(days) }, 'deadline.workingDays')}
            />
            <Select
              label={t('deadline.onTimeout')}
              allowDeselect={false}
              value={deadline.onTimeout}
              data={timeouts.map((value) => ({ value, label: t(`deadline.timeout.${value}`) }))}
              onChange={(value) => set({ onTimeout: value as StageDeadline['onTimeout'] })}
            />
          </div>
          <TagsInput
            label={t('deadline.remindAfter')}
            description={t('deadline.remindText')}
            value={deadline.remindAfter.map(String)}
            dir="ltr"
            onChange={(days) =>
              set({ remindAfter: [...new Set(days.map(Number))].filter((day) => Number.isInteger(day) && day > 0) })
            }
          />
          <Ladder
            rungs={deadline.escalations ?? []}
            onChange={(rungs) => set(rungs.length > 0 ? { escalations: rungs } : without(deadline))}
          />
        </>
      ) : null}
    </Part>
  );
}

/** A deadline whose last rung was taken away has no ladder. */
const without = ({ escalations: _gone, ...deadline }: StageDeadline): Partial<StageDeadline> =>
  ({ ...deadline, escalations: undefined }) as never;

function Ladder({ rungs, onChange }: { rungs: readonly Escalation[]; onChange: (rungs: Escalation[]) => void }) {
  const { t } = useTranslation('workflows');
  const set = (at: number, to: Partial<Escalation>) =>
    onChange(rungs.map((rung, index) => (index === at ? { ...rung, ...to } : rung)));
  return (
    <>
      {rungs.map((rung, index) => (
        <div key={index} role="group" aria-label={t('escalation.name', { number: index + 1 })} className={classes.rung}>
          <div className={classes.rungHead}>
            <NumberInput
              label={t('escalation.after')}
              min={1}
              max={365}
              allowDecimal={false}
              value={rung.afterWorkingDays ?? ''}
              onChange={(days) => set(index, { afterWorkingDays: asNumber(days) })}
            />
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={t('escalation.remove', { number: index + 1 })}
              onClick={() => onChange(rungs.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} aria-hidden="true" />
            </ActionIcon>
          </div>
          <RulesField label={t('escalation.to')} rules={rung.to} onChange={(to) => set(index, { to })} />
          <Switch
            label={t('escalation.asksThem')}
            checked={rung.asksThem}
            onChange={({ currentTarget: { checked } }) => set(index, { asksThem: checked })}
          />
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.start}
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => onChange([...rungs, { afterWorkingDays: 5, to: [{ managerOf: 'owner' }], asksThem: false }])}
      >
        {t('escalation.add')}
      </Button>
    </>
  );
}
