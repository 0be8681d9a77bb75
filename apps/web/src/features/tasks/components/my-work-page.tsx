import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import type { TaskSummary } from '@uptake/contracts';
import { EmptyState, ListSkeleton, PageHeader, Reference, Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { TaskStatusBadge } from '../../../components/badges.js';
import { useRowKeys } from '../../../components/data-table/use-row-keys.js';
import { DueDate } from '../../../components/due-date.js';
import { ItemLink } from '../../../components/item-link.js';
import { QueryState } from '../../../components/query-state.js';
import { useToday } from '../../../lib/clock.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useTaskActs } from '../api/change-task.js';
import { openTasksQuery } from '../api/read-tasks.js';
import { byHorizon, horizons } from './by-due-date.js';
import classes from './tasks.module.css';

/** My open tasks by when they are due, and what a team of mine may still claim. */
export function MyWorkPage() {
  const { t } = useTranslation(['tasks', 'common']);
  const { slug } = useWorkspace();
  const today = useToday();
  const mine = usePaged(openTasksQuery(slug, 'me'));
  const claims = usePaged(openTasksQuery(slug, 'my-teams'));
  const claimable = claims.query.data?.filter((task) => !task.assignee) ?? [];
  const groups = byHorizon(mine.query.data ?? [], today);
  const rows = [...horizons.flatMap((horizon) => groups[horizon]), ...claimable];
  useRowKeys({
    count: rows.length,
    focus: (index) => document.querySelector<HTMLElement>(`[data-task="${rows[index]?.id}"] a`)?.focus(),
    open: undefined,
    toggle: undefined,
  });
  return (
    <>
      <PageHeader title={t('title')} />
      <QueryState query={mine.query} loading={<ListSkeleton label={t('common:states.loading')} />}>
        {(tasks) =>
          tasks.length === 0 ? (
            <EmptyState icon={IconChecklist} title={t('none')} text={t('noneText')} />
          ) : (
            horizons.map((horizon) =>
              groups[horizon].length === 0 ? null : (
                <Section
                  key={horizon}
                  title={t(`horizon.${horizon}`)}
                  note={t('count', { count: groups[horizon].length })}
                >
                  <TaskRows tasks={groups[horizon]} label={t(`horizon.${horizon}`)} />
                </Section>
              ),
            )
          )
        }
      </QueryState>
      {mine.more.hasMore ? (
        <Button variant="default" loading={mine.more.loading} onClick={mine.more.load}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
      {claimable.length > 0 ? (
        <Section title={t('claimable')} note={t('count', { count: claimable.length })}>
          <TaskRows tasks={claimable} label={t('claimable')} />
        </Section>
      ) : null}
    </>
  );
}

function TaskRows({ tasks, label }: { tasks: readonly TaskSummary[]; label: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </ul>
  );
}

function TaskRow({ task }: { task: TaskSummary }) {
  const { t } = useTranslation(['tasks', 'common']);
  const { slug } = useWorkspace();
  const { claim } = useTaskActs(slug, task.id);
  const { id, number, title, recommendation } = task;
  return (
    <li className={classes.row} data-task={id}>
      <span className={classes.what}>
        <ItemLink workspace={slug} item={{ id, kind: 'task', reference: String(number), title }} />
        {recommendation ? (
          <span className={classes.under}>
            <Reference>{recommendation.reference}</Reference> <bdi>{recommendation.title}</bdi>
          </span>
        ) : null}
      </span>
      <TaskStatusBadge status={task.status} variant="quiet" />
      <DueDate dueOn={task.dueOn} />
      {task.assignee ? null : (
        <ActionButton
          size="compact-sm"
          ability={task.abilities['claim']}
          loading={claim.isPending}
          aria-label={t('claimNamed', { title })}
          onClick={() => claim.mutate()}
        >
          {t('claim')}
        </ActionButton>
      )}
    </li>
  );
}
