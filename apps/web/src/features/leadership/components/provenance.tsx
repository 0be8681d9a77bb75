import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import classes from './leadership.module.css';

export interface ProvenanceProps {
  /** What the figures are called, for those who hear the button alone. */
  of: string;
  asOf: string;
  formula: 'groups' | 'series' | 'stuck' | 'overdue';
  /** Items that the reader may not see. */
  hidden: number;
}

/**
 * What figures say of themselves: of when they are, how they are counted, how much of it the reader may not see. Behind a
 * button, as it is nearly the same for every block; that something is hidden stands beside it, open.
 */
export function Provenance({ of, asOf, formula, hidden }: ProvenanceProps) {
  const { t } = useTranslation('leadership');
  const formats = useFormats();
  const hiddenWords =
    hidden === 0
      ? t('provenance.nothingHidden')
      : formula === 'stuck'
        ? t('provenance.hiddenStuck', { count: hidden })
        : t('provenance.hidden', { count: hidden });
  return (
    <span className={classes.provenance}>
      <Popover width={320} shadow="md" position="bottom-start" withRoles={false}>
        <Popover.Target>
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('provenance.label', { of })}>
            <IconInfoCircle size={16} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown className={classes.formula} role="note">
          <p>
            <time dateTime={asOf}>{t('provenance.asOf', { at: formats.date(asOf, 'dateTime') })}</time>
          </p>
          <p>{t(`provenance.${formula}`)}</p>
          <p>{hiddenWords}</p>
        </Popover.Dropdown>
      </Popover>
      {hidden > 0 ? <span>{t('provenance.hiddenShort', { count: hidden })}</span> : null}
    </span>
  );
}
