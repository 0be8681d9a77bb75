import { Checkbox, Group, Switch, TagsInput } from '@mantine/core';
import { verdicts, type Verdict } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import type { StageFieldsProps } from '../stage-editor.js';
import { Part } from './part.js';

/** What can be answered here and what needs a reason; what of the submission is judged; whether the verified rating is set. */
export function VerdictFields({ draft, stage, change }: StageFieldsProps) {
  const { t } = useTranslation('workflows');
  const offered = stage.verdicts ?? [];
  const watched = stage.watchedFields ?? null;
  const work = draft.design.stages.find(({ kind }) => kind === 'work');
  const offer = (chosen: string[]) => {
    const next = verdicts.filter((verdict) => chosen.includes(verdict));
    change({
      verdicts: next,
      reasonRequiredFor: (stage.reasonRequiredFor ?? []).filter((verdict) => next.includes(verdict)),
      requestChanges:
        next.includes('request_changes') && work ? (stage.requestChanges ?? { returnTo: work.key }) : null,
    });
  };
  const checks = (values: readonly Verdict[]) => (
    <Group gap="md" mt="xs">
      {values.map((verdict) => (
        <Checkbox key={verdict} value={verdict} label={t(`verdict.${verdict}`)} />
      ))}
    </Group>
  );
  return (
    <Part title={t('part.verdicts')}>
      <Checkbox.Group label={t('verdicts')} value={offered} onChange={offer}>
        {checks(verdicts)}
      </Checkbox.Group>
      <Checkbox.Group
        label={t('reasons')}
        value={stage.reasonRequiredFor ?? []}
        onChange={(chosen) => change({ reasonRequiredFor: verdicts.filter((verdict) => chosen.includes(verdict)) })}
      >
        {checks(offered)}
      </Checkbox.Group>
      <Switch
        label={t('veto')}
        description={t('vetoText')}
        checked={stage.veto ?? false}
        onChange={({ currentTarget: { checked } }) => change({ veto: checked })}
      />
      <Switch
        label={t('rates')}
        description={t('ratesText')}
        checked={stage.rates ?? false}
        onChange={({ currentTarget: { checked } }) => change({ rates: checked })}
      />
      <Switch
        label={t('watched.label')}
        description={t('watched.text')}
        checked={watched !== null}
        onChange={({ currentTarget: { checked } }) => change({ watchedFields: checked ? [] : null })}
      />
      {watched === null ? null : (
        <TagsInput
          label={t('watched.fields')}
          description={t('watched.fieldsText')}
          data={['narrative', 'progress', 'rating', 'evidence']}
          value={watched}
          dir="ltr"
          onChange={(fields) => change({ watchedFields: fields })}
        />
      )}
    </Part>
  );
}
