import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../designer.module.css';
import type { StageFieldsProps } from '../stage-editor.js';
import { withoutEmpty } from '../workflow-names.js';
import { Part } from './part.js';
import { RulesField } from './rules-field.js';

/** Whether deciding here means signing, and who may set the stage aside. */
export function SigningFields({ stage, change }: StageFieldsProps) {
  const { t } = useTranslation('workflows');
  const { signature, overridableBy } = stage;
  const meaning = signature?.meaning;
  return (
    <Part title={t('part.signing')}>
      <Switch
        label={t('signature.label')}
        description={t('signature.text')}
        checked={signature !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          change({
            signature: checked
              ? { meaning: { en: 'I approve this and answer for it.', ar: 'أعتمد هذا وأتحمل مسؤوليته.' } }
              : undefined,
          } as never)
        }
      />
      {meaning ? (
        <div className={classes.pair}>
          <TextInput
            label={t('signature.meaningEn')}
            dir="ltr"
            lang="en"
            required
            maxLength={120}
            value={meaning.en}
            onChange={({ currentTarget: { value } }) =>
              change({ signature: { meaning: withoutEmpty({ ...meaning, en: value }) } }, 'signature.en')
            }
          />
          <TextInput
            label={t('signature.meaningAr')}
            dir="rtl"
            lang="ar"
            maxLength={120}
            value={meaning.ar ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change({ signature: { meaning: withoutEmpty({ ...meaning, ar: value }) } }, 'signature.ar')
            }
          />
        </div>
      ) : null}
      <Switch
        label={t('override.label')}
        description={t('override.text')}
        checked={overridableBy !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          change({ overridableBy: checked ? [{ role: 'admin' }] : undefined } as never)
        }
      />
      {overridableBy ? (
        <RulesField
          label={t('override.by')}
          rules={overridableBy}
          onChange={(rules) => change({ overridableBy: rules })}
        />
      ) : null}
    </Part>
  );
}
