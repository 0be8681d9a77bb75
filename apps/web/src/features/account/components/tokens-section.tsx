import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { IssuedToken, PersonalToken } from '@uptake/contracts';
import { DateText, EmptyState, ListSkeleton, Section } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { tokensQuery, useRevokeToken } from '../api/tokens.js';
import { IssueToken } from './issue-token.js';
import classes from './account.module.css';

/** Keys to the API in this person's name. The secret is shown once, right after it was made, and nowhere kept. */
export function TokensSection() {
  const { t } = useTranslation(['account', 'common']);
  const textOf = useProblemText();
  const query = useQuery(tokensQuery);
  const { mutate } = useRevokeToken();
  const [asking, ask] = useState(false);
  const [issued, keep] = useState<IssuedToken | null>(null);
  const revoke = (token: PersonalToken): void =>
    mutate(token.id, {
      onSuccess: () => {
        if (issued?.id === token.id) keep(null);
        notify.done(t('tokenRevoked', { name: token.name }));
      },
      onError: (error) => notify.failed(textOf(error)),
    });
  return (
    <Section
      title={t('tokens')}
      actions={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => ask(true)}
        >
          {t('newToken')}
        </Button>
      }
    >
      {issued ? (
        <div className={classes.notice} data-tone="success" role="status">
          <p className={classes.noticeTitle}>
            <IconKey size={18} aria-hidden="true" />
            {t('tokenOnce')}
          </p>
          <code className={classes.secret} dir="ltr">
            {issued.token}
          </code>
          <CopyButton value={issued.token}>
            {({ copied, copy }) => (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={
                  copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />
                }
                onClick={copy}
              >
                {copied ? t('common:actions.copied') : t('common:actions.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      ) : null}
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconKey} title={t('noTokens')} text={t('noTokensText')} />
          ) : (
            <ul className={classes.rows}>
              {items.map((one) => (
                <li key={one.id} className={classes.row}>
                  <span className={classes.words}>
                    <bdi className={classes.name}>{one.name}</bdi>
                    <span className={classes.facts}>
                      <code dir="ltr">{one.hint}…</code> · {t('made')} <DateText value={one.createdAt} format="short" />{' '}
                      ·{' '}
                      {one.lastUsedAt ? (
                        <>
                          {t('lastUsed')} <DateText value={one.lastUsedAt} format="dateTime" />
                        </>
                      ) : (
                        t('neverUsed')
                      )}
                      {one.expiresAt ? (
                        <>
                          {' · '}
                          {t('expires')} <DateText value={one.expiresAt} format="short" />
                        </>
                      ) : null}
                    </span>
                  </span>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('revokeTokenOf', { name: one.name })}
                    onClick={() => revoke(one)}
                  >
                    {t('revokeToken')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      {asking ? <IssueToken onClose={() => ask(false)} onIssued={keep} /> : null}
    </Section>
  );
}
