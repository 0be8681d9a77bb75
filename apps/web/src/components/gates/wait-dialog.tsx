import { NumberInput, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type GateInput, type GateKind, type ItemKind, gateKinds, itemKinds } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { notify } from '../../lib/notify.js';
import { useWorkspace } from '../../lib/workspace.js';
import { DateField } from '../fields/date-field.js';
import { RecommendationSelect } from '../fields/recommendation-select.js';
import { TaskSelect } from '../fields/task-select.js';
import { FormDialog } from '../form-dialog.js';
import { useFieldErrors } from '../use-field-errors.js';
import { type GatedItem, useGateActs } from './item-gates.js';

/** Makes an item wait: for another to be approved or closed, or for a day. */
export function WaitDialog({ item, onClose }: { item: GatedItem; onClose: () => void }) {
  const { t } = useTranslation(['submissions', 'common']);
  const { slug } = useWorkspace();
  const { add } = useGateActs(slug, item);
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: {
      kind: 'approved' as GateKind,
      of: 'recommendation' as ItemKind,
      itemId: null as string | null,
      date: null as string | null,
      offsetDays: 0 as number | '',
    },
    validate: {
      itemId: (id, { kind }) => (kind === 'date' || id ? null : t('gates.itemMissing')),
      date: (date, { kind }) => (kind !== 'date' || date ? null : t('gates.dateMissing')),
    },
  });
  const { kind, of } = form.values;
  const send = form.onSubmit(({ itemId, date, offsetDays }) => {
    const input: GateInput =
      kind === 'date' ? { kind, date: date ?? '', offsetDays: Number(offsetDays) } : { kind, itemId: itemId ?? '' };
    add.mutate(input, {
      onSuccess: () => {
        notify.done(t('gates.added'));
        onClose();
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    });
  });
  const chosen = { value: form.values.itemId, onChange: (id: string | null) => form.setFieldValue('itemId', id) };
  const field = { label: t('gates.item'), required: true, error: form.errors['itemId'] ?? null, ...chosen };
  return (
    <FormDialog
      opened
      title={t('gates.add')}
      submitLabel={t('gates.addNow')}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={send}
    >
      <Select
        label={t('gates.kind')}
        allowDeselect={false}
        data={gateKinds.map((value) => ({ value, label: t(`gates.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {kind === 'date' ? (
        <>
          <DateField
            label={t('gates.date')}
            required
            value={form.values.date}
            onChange={(date) => form.setFieldValue('date', date)}
            error={form.errors['date']}
          />
          <NumberInput
            label={t('gates.offsetDays')}
            description={t('gates.offsetHint')}
            min={-3650}
            max={3650}
            allowDecimal={false}
            {...form.getInputProps('offsetDays')}
          />
        </>
      ) : (
        <>
          <Select
            label={t('gates.itemKind')}
            allowDeselect={false}
            data={itemKinds.map((value) => ({ value, label: t(`gates.itemKinds.${value}`) }))}
            {...form.getInputProps('of')}
            onChange={(value) => form.setValues({ of: (value ?? 'recommendation') as ItemKind, itemId: null })}
          />
          {of === 'task' ? (
            <TaskSelect {...field} except={item.id} />
          ) : (
            <RecommendationSelect {...field} except={item.id} />
          )}
        </>
      )}
    </FormDialog>
  );
}
