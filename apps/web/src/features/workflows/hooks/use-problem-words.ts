import type { DraftProblem } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';

/** What is wrong with a draft in the reader's language; the server's own words, in English, stand in for a code that is new. */
export function useProblemWords(): (problem: DraftProblem) => string {
  const { t } = useTranslation('workflows');
  return ({ code, message }) => t(`problem.${code as 'expression_wrong'}`, { defaultValue: message, message });
}
