import { Button, Table, Text } from '@mantine/core';
import type { Recommendation } from '@uptake/contracts';
import { ListSkeleton, ProgressBar, Section } from '@uptake/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { TaskStatusBadge } from '../../../components/badges.js';
import { DueDate } from '../../../components/due-date.js';
import { ItemLink } from '../../../components/item-link.js';
import { OwnerName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { tasksOfQuery } from '../api/read-recommendations.js';
import { AddTaskDialog } from './add-task-dialog.js';

/** The work that it was split into. */
export function TasksSection({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const { query, more } = usePaged(tasksOfQuery(slug, recommendation.id));
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('tasks')}
      note={t('tasksDone', { done: recommendation.taskCounts.done, total: recommendation.taskCounts.total })}
      actions={
        <ActionButton
          ability={recommendation.abilities['createTask']}
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('addTask')}
        </ActionButton>
      }
    >
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={3} />}>
        {(tasks) => (
          <>
            {tasks.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('noTasks')}
              </Text>
            ) : (
              <Table.ScrollContainer minWidth={560}>
                <Table aria-label={t('tasks')}>
                  <Table.Tbody>
                    {tasks.map((task) => (
                      <Table.Tr key={task.id}>
                        <Table.Td>
                          <ItemLink
                            workspace={slug}
                            item={{ id: task.id, kind: 'task', reference: String(task.number), title: task.title }}
                          />
                        </Table.Td>
                        <Table.Td>
                          <TaskStatusBadge status={task.status} variant="quiet" />
                        </Table.Td>
                        <Table.Td>
                          <OwnerName owner={task.assignee} team={task.team} />
                        </Table.Td>
                        <Table.Td>
                          <DueDate dueOn={task.dueOn} settled={task.status === 'done' || task.status === 'dropped'} />
                        </Table.Td>
                        <Table.Td>
                          <ProgressBar label={t('progressOf', { name: task.title })} value={task.progress} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
            {more.hasMore ? (
              <Button size="compact-sm" variant="default" loading={more.loading} onClick={more.load}>
                {t('common:actions.loadMore')}
              </Button>
            ) : null}
            {adding ? (
              <AddTaskDialog recommendation={recommendation} tasks={tasks} onClose={() => setAdding(false)} />
            ) : null}
          </>
        )}
      </QueryState>
    </Section>
  );
}
