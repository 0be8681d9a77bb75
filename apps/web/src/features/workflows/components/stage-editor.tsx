import { TextInput } from '@mantine/core';
import { Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../hooks/use-draft.js';
import { useStageWords } from '../hooks/use-stage-words.js';
import type { DesignStage, StageChange } from '../model/design.js';
import { changeStage } from '../model/edit-design.js';
import { DeadlineFields } from './stage/deadline-fields.js';
import { OnwardFields } from './stage/onward-fields.js';
import { PeopleFields } from './stage/people-fields.js';
import { RejectFields } from './stage/reject-fields.js';
import { SeparationFields } from './stage/separation-fields.js';
import { SigningFields } from './stage/signing-fields.js';
import { VerdictFields } from './stage/verdict-fields.js';
import { StageProblems } from './stage-problems.js';
import { withoutEmpty } from './workflow-names.js';
import classes from './designer.module.css';

/** What the parts of the form are given: the stage, what else there is, and how to change it. `of` joins what is typed on in one field. */
export interface StageFieldsProps {
  draft: Draft;
  stage: DesignStage;
  change: (to: StageChange, of?: string) => void;
}

/** Everything that can be said of one stage. */
export function StageEditor({ draft, stage }: { draft: Draft; stage: DesignStage }) {
  const { t } = useTranslation('workflows');
  const words = useStageWords(draft.design.stages);
  const change = (to: StageChange, of?: string) =>
    draft.edit((before) => changeStage(before, stage.key, to), of ? `${stage.key}.${of}` : null);
  const parts = { draft, stage, change };
  return (
    <Section title={<bdi>{words.nameOf(stage)}</bdi>} note={t(`kind.${stage.kind}`)}>
      <StageProblems problems={draft.problems.filter(({ stageKey }) => stageKey === stage.key)} />
      <div className={classes.pair}>
        <TextInput
          label={t('stageNameEn')}
          dir="ltr"
          lang="en"
          maxLength={120}
          required
          autoFocus={stage.name.en === ''}
          value={stage.name.en}
          onChange={({ currentTarget: { value } }) =>
            change({ name: withoutEmpty({ ...stage.name, en: value }) }, 'name.en')
          }
        />
        <TextInput
          label={t('stageNameAr')}
          dir="rtl"
          lang="ar"
          maxLength={120}
          value={stage.name.ar ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ name: withoutEmpty({ ...stage.name, ar: value }) }, 'name.ar')
          }
        />
      </div>
      {stage.kind === 'approval' ? (
        <>
          <PeopleFields {...parts} />
          <VerdictFields {...parts} />
          <RejectFields {...parts} />
          <SeparationFields {...parts} />
          <DeadlineFields {...parts} />
          <SigningFields {...parts} />
        </>
      ) : null}
      {stage.kind === 'end' ? null : <OnwardFields {...parts} />}
      {stage.kind === 'gate' ? <p className={classes.hint}>{t('gateText')}</p> : null}
    </Section>
  );
}
