import { useTranslation } from 'react-i18next';
import { toProblem } from '../lib/api-problem.js';

/** Words a failure by its code, for a toast, a form's head or an error state. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => t(`problem.${toProblem(error).code}`, { defaultValue: t('problem.internal') });
}
