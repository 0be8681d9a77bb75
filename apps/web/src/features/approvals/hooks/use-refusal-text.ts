import { useTranslation } from 'react-i18next';

/** Words a refused decision by its code; who may not decide is told why, which its detail says. */
export function useRefusalText(): (problem: { code: string; detail?: string | undefined }) => string {
  const { t } = useTranslation();
  return ({ code, detail }) => {
    const general = t(`problem.${code as 'forbidden'}`, { defaultValue: t('problem.internal') });
    const isAboutPerson = code === 'not_eligible' || code === 'separation_of_duties';
    return isAboutPerson && detail ? t(`hindrance.${detail as 'done'}`, { defaultValue: general }) : general;
  };
}
