import { Button, Group, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ratings, verdicts, type Approval, type DecisionInput, type Rating, type Verdict } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../../components/fields/password-field.js';
import { useNamed } from '../../../lib/i18n/use-named.js';

export interface VerdictFormProps {
  approval: Approval;
  pending: boolean;
  onDecide: (decision: DecisionInput) => void;
}

/** A verdict with its reason, and where this stage rates, the verified rating. */
export function VerdictForm({ approval, pending, onDecide }: VerdictFormProps) {
  const { t } = useTranslation(['approvals', 'common']);
  const named = useNamed();
  const { rates, reasonRequiredFor, submission, submissionHash, signature, actingFor } = approval;
  const form = useForm({
    initialValues: {
      verdict: null as Verdict | null,
      reason: '',
      verifiedRating: (rates ? submission.rating : null) as Rating | null,
      ratingReason: '',
      password: '',
    },
    validate: {
      verdict: (value) => (value ? null : t('verdictMissing')),
      reason: (value, { verdict }) =>
        verdict && reasonRequiredFor.includes(verdict) && value.trim() === ''
          ? t('common:problem.reason_required')
          : null,
      verifiedRating: (value, { verdict }) =>
        rates && verdict === 'approve' && !value ? t('common:problem.rating_required') : null,
      ratingReason: (value, { verdict, verifiedRating }) =>
        rates && verdict === 'approve' && verifiedRating !== submission.rating && value.trim() === ''
          ? t('common:problem.rating_reason_required')
          : null,
      password: (value) => (signature && value === '' ? t('common:problem.signature_required') : null),
    },
  });
  const { verdict, verifiedRating } = form.values;
  const rating = rates && verdict === 'approve';
  const differs = rating && verifiedRating !== null && verifiedRating !== submission.rating;
  const send = form.onSubmit((values) => {
    if (!values.verdict) return;
    onDecide({
      verdict: values.verdict,
      submissionHash,
      ...(values.reason.trim() ? { reason: values.reason } : {}),
      ...(rating && values.verifiedRating ? { verifiedRating: values.verifiedRating } : {}),
      ...(differs ? { ratingReason: values.ratingReason } : {}),
      ...(actingFor ? { onBehalfOf: actingFor.id } : {}),
      ...(signature ? { signature: { password: values.password } } : {}),
    });
    // given anew for every decision, a refused one too
    form.setFieldValue('password', '');
  });
  return (
    <form noValidate onSubmit={send} aria-label={t('yourDecision')}>
      <Stack gap="md">
        <Radio.Group label={t('verdict')} {...form.getInputProps('verdict')}>
          <Stack gap="xs" mt="xs">
            {verdicts.map((one) => (
              <Radio key={one} value={one} label={t(`act.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {rating ? (
          <Select
            label={t('common:rating.verified')}
            required
            allowDeselect={false}
            data={ratings.map((value) => ({ value, label: t(`common:rating.${value}`) }))}
            {...form.getInputProps('verifiedRating')}
          />
        ) : null}
        {differs ? (
          <Textarea
            label={t('ratingReason')}
            required
            autosize
            minRows={2}
            dir="auto"
            {...form.getInputProps('ratingReason')}
          />
        ) : null}
        <Textarea
          label={t('reason')}
          required={verdict !== null && reasonRequiredFor.includes(verdict)}
          autosize
          minRows={3}
          dir="auto"
          {...form.getInputProps('reason')}
        />
        {signature ? (
          <PasswordField
            label={t('signature')}
            description={t('signatureMeaning', { meaning: named(signature.meaning) })}
            required
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
        ) : null}
        <Group>
          <Button type="submit" loading={pending}>
            {signature ? t('signAndDecide') : t('decide')}
          </Button>
          {pending ? <span role="status">{t('pending')}</span> : null}
        </Group>
      </Stack>
    </form>
  );
}
