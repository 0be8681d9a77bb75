import { Alert, Button, Group, Select } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { eventTypes, type AuditEntry, type AuditVerification } from '@uptake/contracts';
import { DateText, EmptyState, TableSkeleton, useFormats } from '@uptake/ui';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf } from '../../../components/data-table/columns.js';
import { DataTable } from '../../../components/data-table/data-table.js';
import { MemberSelect } from '../../../components/fields/member-select.js';
import { MemberName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { auditQuery, useVerifyAudit, type AuditFilters } from '../api/read-audit.js';
import classes from './admin.module.css';

const column = columnsOf<AuditEntry>();

/** Everything that was done, in the order of its chain, and whether that chain still holds. */
export function AuditPart({ filters, onFilters }: { filters: AuditFilters; onFilters: (next: AuditFilters) => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const { slug, can } = useWorkspace();
  const { number } = useFormats();
  const textOf = useProblemText();
  const verify = useVerifyAudit(slug);
  const { query, more } = usePaged(auditQuery(slug, filters));
  const wordsOf = useCallback(
    (type: string) => t(`audit.event.${type as 'task.created'}`, { defaultValue: type }),
    [t],
  );
  const columns = useMemo(
    () => [
      column.accessor('sequence', {
        header: t('audit.sequence'),
        meta: { width: 5.5, align: 'end', yields: 2 },
        cell: ({ getValue }) => {
          const sequence = getValue();
          return sequence === null ? t('audit.notSealed') : number(sequence);
        },
      }),
      column.accessor('at', {
        header: t('audit.at'),
        meta: { width: 13.5, yields: 1, under: true },
        cell: ({ getValue }) => <DateText value={getValue()} format="dateTime" />,
      }),
      column.accessor('type', {
        header: t('audit.what'),
        meta: { grows: true },
        cell: ({ getValue }) => wordsOf(getValue()),
      }),
      column.accessor('actor', {
        header: t('audit.who'),
        meta: { width: 10 },
        cell: ({ getValue }) => {
          const actor = getValue();
          return actor ? <MemberName member={actor} /> : t('audit.uptake');
        },
      }),
      column.accessor('hash', {
        header: t('audit.hash'),
        meta: { width: 7.5, yields: 3 },
        cell: ({ getValue }) => (
          <code dir="ltr" title={getValue() ?? undefined}>
            {getValue()?.slice(0, 10)}
          </code>
        ),
      }),
    ],
    [t, number, wordsOf],
  );
  return (
    <>
      {can('audit.read') ? (
        <Group mb="md" align="end">
          <Select
            label={t('audit.what')}
            clearable
            searchable
            value={filters.type ?? null}
            onChange={(type) => onFilters({ ...filters, type: type ?? undefined })}
            data={eventTypes.map((type) => ({ value: type, label: wordsOf(type) }))}
          />
          <MemberSelect
            label={t('audit.who')}
            value={filters.actor ?? null}
            onChange={(actor) => onFilters({ ...filters, actor: actor ?? undefined })}
          />
          {filters.type || filters.actor ? (
            <Button variant="subtle" onClick={() => onFilters({})}>
              {t('common:actions.clearFilters')}
            </Button>
          ) : null}
          <Button
            ms="auto"
            leftSection={<IconShieldCheck size={16} aria-hidden="true" />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t('audit.verify')}
          </Button>
        </Group>
      ) : null}
      <div role="status">
        {verify.error ? (
          <Alert color="red" variant="light" mb="md">
            {textOf(verify.error)}
          </Alert>
        ) : null}
        {verify.data && !verify.isPending ? <Verdict verification={verify.data} /> : null}
      </div>
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconShieldCheck} title={t('audit.none')} text={t('audit.noneText')} />
          ) : (
            <div className={classes.list}>
              <DataTable
                label={t('part.audit')}
                columns={columns}
                rows={rows}
                rowId={(one) => one.id}
                rowName={(one) => one.type}
                more={more}
              />
            </div>
          )
        }
      </QueryState>
    </>
  );
}

function Verdict({
  verification: { ok, rows, notYetSealed, checkedAt, head, faults },
}: {
  verification: AuditVerification;
}) {
  const { t } = useTranslation(['admin', 'common']);
  const formats = useFormats();
  const at = formats.date(checkedAt, 'dateTime');
  if (ok) {
    return (
      <div className={classes.notice} data-tone="success">
        <p className={classes.noticeTitle}>
          <IconShieldCheck size={18} aria-hidden="true" />
          {t('audit.holds')}
        </p>
        {t('audit.holdsText', { count: rows, at })}{' '}
        {notYetSealed > 0 ? t('audit.unsealed', { count: notYetSealed }) : null}
        {head ? (
          <>
            {' '}
            {t('audit.head')} <code dir="ltr">{head.hash.slice(0, 16)}</code>
          </>
        ) : null}
      </div>
    );
  }
  return (
    <div className={classes.notice} data-tone="danger">
      <p className={classes.noticeTitle}>
        <IconShieldX size={18} aria-hidden="true" />
        {t('audit.broken')}
      </p>
      {t('audit.brokenText', { count: faults.length, at })}
      <ul>
        {faults.slice(0, 20).map((one, index) => (
          <li key={index}>
            {t(`audit.fault.${one.fault}`)}
            {one.sequence === null ? null : ` (${formats.number(one.sequence)})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
