import { Alert, Button, Checkbox, Select, Switch, TextInput, Textarea } from '@mantine/core';
import { priorities } from '@uptake/contracts';
import { Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import classes from './gallery.module.css';

export function ControlsShown() {
  const { t } = useTranslation(['gallery', 'common']);
  return (
    <Section title={t('buttons')}>
      <div className={classes.row}>
        <Button>{t('primary')}</Button>
        <Button variant="default">{t('secondary')}</Button>
        <Button variant="light">{t('secondary')}</Button>
        <Button variant="subtle">{t('quiet')}</Button>
        <Button color="red">{t('danger')}</Button>
        <Button color="red" variant="light">
          {t('danger')}
        </Button>
        <ActionButton ability={{ reason: 'separation_of_duties' }}>{t('refused')}</ActionButton>
        <Button loading>{t('primary')}</Button>
      </div>
      <div className={classes.grid} style={{ marginBlock: '1rem' }}>
        <TextInput label={t('field')} description={t('fieldHelp')} />
        <TextInput label={t('field')} error={t('fieldError')} />
        <Select
          label={t('priority')}
          data={priorities.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
          defaultValue="normal"
        />
        <Textarea label={t('words')} defaultValue={t('quote')} autosize minRows={2} dir="auto" />
        <Checkbox label={t('choice')} defaultChecked />
        <Switch label={t('choice')} defaultChecked />
      </div>
      <div className={classes.grid}>
        <Alert title={t('errorTitle')} color="red">
          {t('common:problem.version_conflict')}
        </Alert>
        <Alert title={t('fieldHelp')}>{t('emptyText')}</Alert>
      </div>
    </Section>
  );
}
