import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DateText, ListSkeleton, Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { sessionsQuery, useRevokeSession } from '../api/sessions.js';
import classes from './account.module.css';

/** Every browser that is signed in as this person; others can be signed out from here. */
export function SessionsSection() {
  const { t } = useTranslation(['account', 'common']);
  const textOf = useProblemText();
  const query = useQuery(sessionsQuery);
  const revoke = useRevokeSession();
  return (
    <Section title={t('sessions')}>
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={2} />}>
        {({ items }) => (
          <ul className={classes.rows}>
            {items.map((one) => (
              <li key={one.id} className={classes.row}>
                <span className={classes.words}>
                  <bdi className={classes.name}>{one.userAgent || t('unknownBrowser')}</bdi>
                  <span className={classes.facts}>
                    {t('signedInAt')} <DateText value={one.createdAt} format="short" /> · {t('lastSeen')}{' '}
                    <DateText value={one.lastSeenAt} format="dateTime" />
                  </span>
                </span>
                {one.current ? (
                  <Badge variant="light" radius="sm" tt="none">
                    {t('thisBrowser')}
                  </Badge>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('endSessionOf', { browser: one.userAgent })}
                    onClick={() =>
                      revoke.mutate(one.id, {
                        onSuccess: () => notify.done(t('sessionEnded')),
                        onError: (error) => notify.failed(textOf(error)),
                      })
                    }
                  >
                    {t('endSession')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Section>
  );
}
