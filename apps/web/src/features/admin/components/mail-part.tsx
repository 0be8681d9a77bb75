import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconMail, IconMailForward, IconMailOpened, IconSearch } from '@tabler/icons-react';
import type { MailMessage } from '@uptake/contracts';
import { DateText, EmptyState, ListSkeleton, StatusBadge, type Look } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useKeys } from '../../../lib/keys/use-keys.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { mailQuery } from '../api/list-mail.js';
import { MailText } from './mail-text.js';
import classes from './admin.module.css';

export interface MailSearch {
  q?: string | undefined;
  /** The message in the reading pane. */
  open?: string | undefined;
}

const looks: Record<MailMessage['status'], Look> = {
  kept: { tone: 'neutral', icon: IconMailOpened },
  queued: { tone: 'waiting', icon: IconMail },
  sent: { tone: 'success', icon: IconMailForward },
  failed: { tone: 'danger', icon: IconAlertTriangle },
};

/** The mails as people get them, beside a reading pane; what is secret in a link is masked by the server. */
export function MailPart({ search, onSearch }: { search: MailSearch; onSearch: (next: MailSearch) => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const { slug } = useWorkspace();
  const { query, more } = usePaged(mailQuery(slug, search.q));
  return (
    <>
      <TextInput
        className={classes.search}
        aria-label={t('mail.search')}
        placeholder={t('mail.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        defaultValue={search.q ?? ''}
        onChange={(event) => onSearch({ q: event.currentTarget.value.trim() || undefined })}
      />
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconMail} title={t('mail.none')} text={t('mail.noneText')} />
          ) : (
            <Mails rows={rows} search={search} onSearch={onSearch} more={more} />
          )
        }
      </QueryState>
    </>
  );
}

interface MailsProps {
  rows: readonly MailMessage[];
  search: MailSearch;
  onSearch: (next: MailSearch) => void;
  more: { hasMore: boolean; loading: boolean; load: () => void };
}

function Mails({ rows, search, onSearch, more }: MailsProps) {
  const { t } = useTranslation(['admin', 'common']);
  const at = rows.findIndex(({ id }) => id === search.open);
  const current = rows[at];
  const open = (id: string | undefined): void => onSearch({ ...search, open: id });
  const move = (step: number): void => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (!next) return;
    open(next.id);
    document.getElementById(`mail-${next.id}`)?.focus();
  };
  const group = t('common:keys.list');
  useKeys([
    { combo: 'KeyJ', label: t('common:keys.next'), group, run: () => move(1) },
    { combo: 'KeyK', label: t('common:keys.previous'), group, run: () => move(-1) },
  ]);
  useKeys(current ? [{ combo: 'Escape', label: t('common:actions.back'), group, run: () => open(undefined) }] : []);
  return (
    <div className={classes.mails} data-open={current ? true : undefined}>
      <div className={classes.mailSide}>
        <ul className={classes.mailList} aria-label={t('part.mail')}>
          {rows.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                id={`mail-${one.id}`}
                className={classes.mailEntry}
                aria-current={one.id === current?.id ? 'true' : undefined}
                onClick={() => open(one.id)}
              >
                <span className={classes.mailHead}>
                  <bdi className={classes.cut}>{one.to}</bdi>
                  <DateText value={one.createdAt} format="short" />
                </span>
                <span className={classes.mailSubject} dir="auto">
                  {one.subject}
                </span>
                <StatusBadge look={looks[one.status]} word={t(`mail.status.${one.status}`)} variant="quiet" />
              </button>
            </li>
          ))}
        </ul>
        {more.hasMore ? (
          <Button m="sm" variant="default" size="xs" loading={more.loading} onClick={more.load}>
            {t('common:actions.loadMore')}
          </Button>
        ) : null}
      </div>
      {current ? (
        <article className={classes.mailPane} aria-label={current.subject}>
          <Button className={classes.back} variant="subtle" size="xs" onClick={() => open(undefined)}>
            {t('common:actions.back')}
          </Button>
          <h2 className={classes.mailTitle} dir="auto">
            {current.subject}
          </h2>
          <p className={classes.mailFacts}>
            {t('mail.to')} <bdi>{current.to}</bdi> · <DateText value={current.createdAt} format="dateTime" />
          </p>
          <StatusBadge look={looks[current.status]} word={t(`mail.status.${current.status}`)} />
          {current.error ? <p className={classes.mailFacts}>{current.error}</p> : null}
          <MailText text={current.text} />
        </article>
      ) : (
        <p className={classes.choose}>{t('mail.choose')}</p>
      )}
    </div>
  );
}
