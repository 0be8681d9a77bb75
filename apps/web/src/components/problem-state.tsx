import { EmptyState, ErrorState, NoAccess } from '@uptake/ui';
import { IconMapPinOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../lib/api-problem.js';
import { AnchorLink } from './links.js';
import { useProblemText } from './use-problem-text.js';

/** What stands in the place of content that could not be had: refused, not there, or failed. */
export interface ProblemStateProps {
  error: unknown;
  retry?: (() => void) | undefined;
  /** Nothing else stands on the page. */
  asPage?: boolean;
}

export function ProblemState({ error, retry, asPage = false }: ProblemStateProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const problem = toProblem(error);
  if (problem.status === 403) {
    return (
      <NoAccess
        title={t('states.noAccessTitle')}
        cause={t('states.noAccessText')}
        grantedBy={{
          label: t('states.grantedBy'),
          names: problem.grantedBy.map((role) => t(`role.${role as 'admin'}`, { defaultValue: role })),
        }}
        action={<AnchorLink to="/">{t('states.toStart')}</AnchorLink>}
        asPage={asPage}
      />
    );
  }
  if (problem.status === 404) return <NothingHere asPage={asPage} />;
  return (
    <ErrorState
      title={t('states.failedTitle')}
      cause={textOf(problem)}
      retry={retry ? { label: t('actions.retry'), run: retry } : undefined}
      request={
        problem.requestId
          ? {
              id: problem.requestId,
              label: t('states.requestId'),
              copy: t('actions.copy'),
              copied: t('actions.copied'),
            }
          : undefined
      }
      asPage={asPage}
    />
  );
}

/** As the router's own answer to a wrong address it is the whole page. */
export function NothingHere({ asPage = true }: { asPage?: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconMapPinOff}
      title={t('states.notFoundTitle')}
      text={t('states.notFoundText')}
      action={<AnchorLink to="/">{t('states.toStart')}</AnchorLink>}
      asPage={asPage}
    />
  );
}
