import { useTranslation } from 'react-i18next';
import { toProblem } from '../lib/api-problem.js';

const known = ['too_small', 'too_big', 'invalid_format', 'invalid_type', 'invalid_value'] as const;

/** What a 422 says of each field, worded for the reader: `form.setErrors(fieldErrors(error))`. Keys are paths as sent. */
export function useFieldErrors(): (error: unknown) => Record<string, string> {
  const { t } = useTranslation();
  return (error) =>
    Object.fromEntries(
      toProblem(error).errors.map(({ path, code }) => {
        const name = known.find((one) => one === code);
        return [path, t(`field.${name ?? 'other'}`)];
      }),
    );
}
