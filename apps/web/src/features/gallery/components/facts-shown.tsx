import { DateText, FactList, PersonChip, ProgressBar, Section, TeamChip, useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../../components/due-date.js';
import { MemberName } from '../../../components/member.js';
import { useToday } from '../../../lib/clock.js';
import { daysAfter } from './days-after.js';
import classes from './gallery.module.css';

export function FactsShown() {
  const { t } = useTranslation(['gallery', 'common']);
  const today = useToday();
  const formats = useFormats();
  return (
    <>
      <Section title={t('people')}>
        <div className={classes.row}>
          <PersonChip name={t('person')} />
          <PersonChip name={t('person')} size="md" note={t('common:role.reviewer')} />
          <MemberName member={{ id: 'left', name: t('leftPerson'), active: false }} />
          <MemberName member={null} />
          <TeamChip name={t('team')} />
          <TeamChip name={t('team')} size="md" />
        </div>
      </Section>
      <Section title={t('dates')}>
        <div className={classes.row}>
          <DateText value={today} />
          <DateText value={today} format="short" />
          <DateText value={`${today}T09:30:00Z`} format="dateTime" />
          {[-12, -1, 0, 2, 40].map((days) => (
            <DueDate key={days} dueOn={daysAfter(today, days)} />
          ))}
          <DueDate dueOn={daysAfter(today, -12)} settled />
          <DueDate dueOn={null} />
        </div>
      </Section>
      <Section title={t('facts')}>
        <FactList
          facts={[
            { label: t('owner'), value: <PersonChip name={t('person')} /> },
            { label: t('target'), value: <DueDate dueOn={daysAfter(today, 5)} /> },
            { label: t('progress'), value: <ProgressBar label={t('progress')} value={35} /> },
            { label: t('money'), value: formats.money('1250000.00', 'USD') },
          ]}
        />
      </Section>
    </>
  );
}
