import { Button, NumberInput, Select, TextInput, Textarea } from '@mantine/core';
import { priorities, ratings } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Condition,
  type ConditionOperator,
  type ConditionSubject,
  conditionSubjects,
  emptyCondition,
  operatorsOf,
  readCondition,
  writeCondition,
} from '../../model/condition.js';
import classes from '../designer.module.css';

/** A condition as "what, how, value", or as its text for those who know the language. What is half said is kept here until it is whole. */
export function ConditionField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation(['workflows', 'common']);
  const read = readCondition(value);
  const [half, say] = useState<Condition>(read ?? emptyCondition);
  const [asText, write] = useState(value !== '' && read === null);
  // undone or changed from elsewhere: what is stored counts over what was typed here
  const shown = value !== '' && read && writeCondition(half) !== value ? read : half;
  const set = (change: Partial<Condition>) => {
    const next = { ...shown, ...change };
    say(next);
    onChange(writeCondition(next));
  };
  if (asText) {
    return (
      <div className={classes.condition}>
        <Textarea
          label={t('condition.text')}
          description={t('condition.textHelp')}
          dir="ltr"
          lang="en"
          autosize
          maxLength={2000}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.start}
          disabled={value !== '' && read === null}
          onClick={() => {
            say(read ?? emptyCondition);
            write(false);
          }}
        >
          {t('condition.asForm')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.condition}>
      <div className={classes.conditionRow}>
        <Select
          label={t('condition.subject')}
          allowDeselect={false}
          value={shown.subject}
          data={conditionSubjects.map((subject) => ({ value: subject, label: t(`condition.what.${subject}`) }))}
          onChange={(subject) => {
            const chosen = subject as ConditionSubject;
            set({ subject: chosen, operator: operatorsOf[chosen][0] ?? 'is', value: '' });
          }}
        />
        {shown.subject === 'money' || shown.subject === 'number' || shown.subject === 'text' ? (
          <TextInput
            label={t('condition.field')}
            dir="ltr"
            lang="en"
            maxLength={60}
            value={shown.field}
            onChange={({ currentTarget: { value: field } }) => set({ field })}
          />
        ) : null}
        <Select
          label={t('condition.operator')}
          allowDeselect={false}
          value={shown.operator}
          data={operatorsOf[shown.subject].map((operator) => ({
            value: operator,
            label: t(`condition.how.${operator}`),
          }))}
          onChange={(operator) => set({ operator: operator as ConditionOperator })}
        />
        <ConditionValue condition={shown} onChange={set} />
      </div>
      <Button variant="subtle" size="compact-sm" className={classes.start} onClick={() => write(true)}>
        {t('condition.asText')}
      </Button>
    </div>
  );
}

function ConditionValue({ condition, onChange }: { condition: Condition; onChange: (to: Partial<Condition>) => void }) {
  const { t } = useTranslation(['workflows', 'common']);
  switch (condition.subject) {
    case 'money':
      return (
        <>
          <NumberInput
            label={t('condition.amount')}
            min={0}
            decimalScale={2}
            valueIsNumericString
            value={condition.value}
            onChange={(value) => onChange({ value: String(value) })}
          />
          <TextInput
            label={t('condition.currency')}
            dir="ltr"
            lang="en"
            maxLength={3}
            value={condition.currency}
            onChange={({ currentTarget: { value } }) => onChange({ currency: value.toUpperCase() })}
          />
        </>
      );
    case 'number':
    case 'progress':
      return (
        <NumberInput
          label={t('condition.value')}
          allowDecimal={condition.subject === 'number'}
          valueIsNumericString
          value={condition.value}
          onChange={(value) => onChange({ value: String(value) })}
        />
      );
    case 'text':
      return (
        <TextInput
          label={t('condition.value')}
          dir="auto"
          maxLength={200}
          value={condition.value}
          onChange={({ currentTarget: { value } }) => onChange({ value })}
        />
      );
    case 'rating':
    case 'priority':
      return (
        <Select
          label={t('condition.value')}
          allowDeselect={false}
          value={condition.value || null}
          data={
            condition.subject === 'rating'
              ? ratings.map((value) => ({ value, label: t(`common:rating.${value}`) }))
              : priorities.map((value) => ({ value, label: t(`common:priority.${value}`) }))
          }
          onChange={(value) => onChange({ value: value ?? '' })}
        />
      );
  }
}
