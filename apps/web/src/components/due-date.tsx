import { DueText, describeDue, type Due } from '@uptake/ui';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../lib/clock.js';

/** A target date with how near it is; `settled` for what is closed or done. */
export function DueDate({ dueOn, settled }: { dueOn: string | null; settled?: boolean }) {
  const { t } = useTranslation();
  const today = useToday();
  if (!dueOn) {
    return (
      <Text component="span" size="sm" c="dimmed">
        {t('due.none')}
      </Text>
    );
  }
  const due = describeDue(dueOn, today);
  return <DueText dueOn={dueOn} due={due} words={wordsOf(due)} settled={settled ?? false} />;

  function wordsOf({ state, days }: Due): string {
    if (state === 'late') return t('due.late', { count: -days });
    if (state === 'today') return t('due.today');
    return t('due.soon', { count: days });
  }
}
