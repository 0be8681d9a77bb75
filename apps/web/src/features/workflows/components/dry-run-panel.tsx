import { Alert, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ratings, type Rating, type WorkflowDryRunInput, type WorkflowVersionView } from '@uptake/contracts';
import { Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { MemberSelect } from '../../../components/fields/member-select.js';
import { RecommendationSelect } from '../../../components/fields/recommendation-select.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { toProblem } from '../../../lib/api-problem.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useDryRun } from '../api/dry-run.js';
import type { Draft } from '../hooks/use-draft.js';
import { readCondition } from '../model/condition.js';
import type { Design } from '../model/design.js';
import { DryRunResult } from './dry-run-result.js';
import classes from './designer.module.css';

/** Tries the draft on an item or a sample: who would be asked, when and why, and which way it would go. */
export function DryRunPanel({
  version,
  draft,
  onClose,
}: {
  version: WorkflowVersionView;
  draft: Draft;
  onClose: () => void;
}) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const textOf = useProblemText();
  const run = useDryRun(slug, version.workflow.id, version.number);
  const moneyFields = moneyFieldsOf(draft.design);
  const form = useForm({
    initialValues: {
      itemId: null as string | null,
      submitterId: null as string | null,
      progress: '' as number | '',
      rating: null as Rating | null,
      amounts: {} as Record<string, string>,
    },
  });
  const isReady = draft.state === 'saved' && draft.problems.length === 0;
  return (
    <Section
      title={t('dryRun.title')}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t('common:actions.close')}
        </Button>
      }
    >
      <p className={classes.hint}>{t('dryRun.text')}</p>
      <form noValidate onSubmit={form.onSubmit((values) => run.mutate(inputOf(values, moneyFields)))}>
        <Stack gap="md" my="md">
          <div className={classes.pair}>
            <RecommendationSelect
              label={t('dryRun.item')}
              placeholder={t('dryRun.sample')}
              clearable
              {...form.getInputProps('itemId')}
            />
            <MemberSelect
              label={t('dryRun.submitter')}
              placeholder={t('dryRun.nobody')}
              {...form.getInputProps('submitterId')}
            />
            <NumberInput
              label={t('dryRun.progress')}
              min={0}
              max={100}
              allowDecimal={false}
              {...form.getInputProps('progress')}
            />
            <Select
              label={t('dryRun.rating')}
              clearable
              data={ratings.map((value) => ({ value, label: t(`common:rating.${value}`) }))}
              {...form.getInputProps('rating')}
            />
            {moneyFields.map(({ field, currency }) => (
              <TextInput
                key={field}
                label={`${t('dryRun.amount')} (${field}, ${currency})`}
                dir="ltr"
                inputMode="decimal"
                {...form.getInputProps(`amounts.${field}`)}
                value={form.values.amounts[field] ?? ''}
              />
            ))}
          </div>
          <Group>
            <Button type="submit" variant="default" disabled={!isReady} loading={run.isPending}>
              {t('dryRun.run')}
            </Button>
            {isReady ? null : (
              <span className={classes.hint}>
                {draft.problems.length > 0 ? t('dryRun.unsound') : t('dryRun.waitsForSave')}
              </span>
            )}
          </Group>
        </Stack>
      </form>
      {run.error ? (
        <Alert color="red" variant="light" role="alert">
          {textOf(toProblem(run.error))}
        </Alert>
      ) : null}
      {run.data ? <DryRunResult result={run.data} design={draft.design} /> : null}
    </Section>
  );
}

interface Values {
  itemId: string | null;
  submitterId: string | null;
  progress: number | '';
  rating: Rating | null;
  amounts: Record<string, string>;
}

function inputOf(values: Values, moneyFields: readonly { field: string; currency: string }[]): WorkflowDryRunInput {
  const { itemId, submitterId, progress, rating, amounts } = values;
  const given = moneyFields.filter(({ field }) => (amounts[field] ?? '').trim() !== '');
  const fields = Object.fromEntries(
    given.map(({ field, currency }) => [field, { amount: (amounts[field] ?? '').replaceAll(',', ''), currency }]),
  );
  return {
    ...(itemId ? { itemId } : {}),
    ...(submitterId ? { submitterId } : {}),
    submission: { ...(progress === '' ? {} : { progress }), ...(rating ? { rating } : {}), fields },
  };
}

/** The amounts that the routes ask for: without them no such route could be tried. */
function moneyFieldsOf(design: Design): { field: string; currency: string }[] {
  const conditions = design.stages
    .flatMap(({ onward }) => onward?.routes.map(({ when }) => readCondition(when)) ?? [])
    .filter((condition) => condition?.subject === 'money');
  return [
    ...new Map(
      conditions.flatMap((condition) =>
        condition ? [[condition.field, { field: condition.field, currency: condition.currency }] as const] : [],
      ),
    ).values(),
  ];
}
