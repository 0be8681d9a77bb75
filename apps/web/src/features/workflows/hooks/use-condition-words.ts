import type { Priority, Rating } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { readCondition } from '../model/condition.js';

/** A condition in words where a form could have written it, else its text. */
export function useConditionWords(): (text: string) => string {
  const { t } = useTranslation(['workflows', 'common']);
  return (text) => {
    const condition = readCondition(text);
    if (!condition) return text.trim() === '' ? t('condition.unfinished') : text;
    const { subject, field, operator, value, currency } = condition;
    const what = t(`condition.said.${subject}`, { field });
    const than =
      subject === 'money'
        ? `${value} ${currency}`
        : subject === 'rating'
          ? t(`common:rating.${value as Rating}`)
          : subject === 'priority'
            ? t(`common:priority.${value as Priority}`)
            : value;
    return t(`condition.sentence.${operator}`, { what, value: than });
  };
}
