import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../hooks/use-draft.js';
import classes from './designer.module.css';

/** The workflow's own name in both languages, as it will be called once this draft is published. */
export function WorkflowNames({ draft }: { draft: Draft }) {
  const { t } = useTranslation('workflows');
  const { name } = draft.design;
  const rename = (change: Partial<typeof name>, of: string) =>
    draft.edit((before) => ({ ...before, name: withoutEmpty({ ...before.name, ...change }) }), of);
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('nameEn')}
        dir="ltr"
        lang="en"
        maxLength={120}
        required
        value={name.en}
        onChange={({ currentTarget: { value } }) => rename({ en: value }, 'name.en')}
      />
      <TextInput
        label={t('nameAr')}
        dir="rtl"
        lang="ar"
        maxLength={120}
        value={name.ar ?? ''}
        onChange={({ currentTarget: { value } }) => rename({ ar: value }, 'name.ar')}
      />
    </div>
  );
}

/** A translation that is emptied is not there. */
export const withoutEmpty = ({ en, ar }: { en: string; ar?: string | undefined }): { en: string; ar?: string } =>
  ar === undefined || ar === '' ? { en } : { en, ar };
