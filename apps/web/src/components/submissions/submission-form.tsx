import { Alert, Button, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ratings, type Evidence, type Rating, type Submission } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../lib/notify.js';
import { useFieldErrors } from '../use-field-errors.js';
import { useProblemText } from '../use-problem-text.js';
import { EvidenceField } from './evidence-field.js';
import { useHandIn, type SubmittedItem } from './hand-in.js';
import { PeopleLacking } from './people-lacking.js';

export interface SubmissionFormProps {
  /** Its slug. */
  workspace: string;
  item: SubmittedItem;
  /** Of the official record that the writer has before them. */
  recordVersion: number;
  /** Only a recommendation is rated. */
  withRating: boolean;
  /** The revision before, on which changes were requested or which is still under review: its words are where the next one begins. */
  previous?: Submission | undefined;
  onSubmitted?: ((submission: Submission) => void) | undefined;
  onCancel?: (() => void) | undefined;
}

/** *Submit an update*: what happened, how far it is, what proves it. */
export function SubmissionForm(props: SubmissionFormProps) {
  const { workspace, item, recordVersion, withRating, previous, onSubmitted, onCancel } = props;
  const { t } = useTranslation(['submissions', 'common']);
  const textOf = useProblemText();
  const fieldErrors = useFieldErrors();
  const [evidence, setEvidence] = useState<readonly Evidence[]>(previous?.evidence ?? []);
  const form = useForm({
    initialValues: {
      narrative: previous?.narrative ?? '',
      progress: previous?.progress ?? ('' as number | ''),
      rating: previous?.rating ?? (null as Rating | null),
    },
    validate: { narrative: (value) => (value.trim() === '' ? t('narrativeMissing') : null) },
  });
  const submit = useHandIn(workspace, item, {
    onHandedIn: (submission) => {
      form.reset();
      setEvidence([]);
      notify.done(t('submitted'));
      onSubmitted?.(submission);
    },
    onRefused: (error) => form.setErrors(fieldErrors(error)),
  });
  const handIn = form.onSubmit(({ narrative, progress, rating }) =>
    submit.mutate({
      narrative,
      ...(progress === '' ? {} : { progress }),
      ...(withRating && rating ? { rating } : {}),
      evidenceIds: evidence.map(({ id }) => id),
      baseVersion: recordVersion,
      ...(previous?.state === 'in_review' ? { revises: previous.id } : {}),
    }),
  );
  return (
    <form noValidate onSubmit={handIn} aria-label={t('title')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t(previous?.state === 'in_review' ? 'reviseIntro' : 'intro')}
        </Text>
        {submit.error ? (
          <Alert color="red" variant="light" role="alert">
            {textOf(submit.error)}
          </Alert>
        ) : null}
        <PeopleLacking attempt={submit} />
        <Textarea
          label={t('narrative')}
          required
          autosize
          minRows={4}
          maxRows={16}
          dir="auto"
          {...form.getInputProps('narrative')}
        />
        <Group gap="md" align="flex-start" grow>
          <NumberInput
            label={t('progress')}
            min={0}
            max={100}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('progress')}
          />
          {withRating ? (
            <Select
              label={t('rating')}
              clearable
              data={ratings.map((rating) => ({ value: rating, label: t(`common:rating.${rating}`) }))}
              {...form.getInputProps('rating')}
            />
          ) : null}
        </Group>
        <EvidenceField
          workspace={workspace}
          itemId={item.id}
          value={evidence}
          onChange={(change) => setEvidence(change)}
        />
        <Group justify="flex-end">
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              {t('common:actions.cancel')}
            </Button>
          ) : null}
          <Button type="submit" loading={submit.isPending}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
