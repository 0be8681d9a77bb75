import { Button, Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '@uptake/contracts';
import {
  DateText,
  FactList,
  PageHeader,
  ProgressBar,
  RecordLayout,
  RecordSkeleton,
  Section,
  Timeline,
  WrittenText,
} from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { PriorityBadge, SubmissionStateBadge, TaskStatusBadge } from '../../../components/badges.js';
import { DueDate } from '../../../components/due-date.js';
import { GatesSection } from '../../../components/gates/gates-section.js';
import { ItemLink } from '../../../components/item-link.js';
import { AnchorLink } from '../../../components/links.js';
import { OwnerName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { EvidenceList } from '../../../components/record/evidence-list.js';
import { isRevisable } from '../../../components/submissions/is-revisable.js';
import { SubmissionForm } from '../../../components/submissions/submission-form.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useTaskActs } from '../api/change-task.js';
import { taskActivityQuery, taskEvidenceQuery, taskQuery, taskSubmissionsQuery } from '../api/read-tasks.js';
import { EditTask } from './edit-task.js';
import { TaskChecklist } from './task-checklist.js';
import { TaskMoves } from './task-moves.js';
import { TaskPeople } from './task-people.js';
import { TaskRefs } from './task-refs.js';

export function TaskPage({ number }: { number: string }) {
  const { t } = useTranslation(['tasks', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(taskQuery(slug, number));
  return (
    <QueryState query={query} asPage loading={<RecordSkeleton label={t('common:states.loading')} />}>
      {(task) => <TaskRecord task={task} />}
    </QueryState>
  );
}

function TaskRecord({ task }: { task: Task }) {
  const { t } = useTranslation(['tasks', 'common']);
  const { slug } = useWorkspace();
  const acts = useTaskActs(slug, task.id);
  const [editing, setEditing] = useState(false);
  const settled = task.status === 'done' || task.status === 'dropped';
  const { recommendation } = task;
  const mayChange = task.abilities['change'] === true;
  const mayAssign = mayChange || task.abilities['assign'] === true;
  const related = [...task.dependsOn, ...task.blocks, ...task.subtasks].length > 0;
  return (
    <>
      <PageHeader
        title={task.title}
        eyebrow={
          recommendation ? (
            <ItemLink workspace={slug} item={{ ...recommendation, kind: 'recommendation' }} />
          ) : undefined
        }
        status={<TaskStatusBadge status={task.status} />}
        description={t('taskNumber', { number: String(task.number) })}
        actions={
          <Group gap="sm">
            <ActionButton ability={task.abilities['change']} variant="default" onClick={() => setEditing(true)}>
              {t('common:actions.edit')}
            </ActionButton>
            <TaskMoves task={task} acts={acts} />
          </Group>
        }
      />
      {editing ? <EditTask task={task} onClose={() => setEditing(false)} /> : null}
      <RecordLayout
        lead={
          <>
            {task.dropReason ? <WrittenText quoted>{task.dropReason}</WrittenText> : null}
            {task.description ? (
              <Section title={t('description')}>
                <WrittenText>{task.description}</WrittenText>
              </Section>
            ) : null}
          </>
        }
        aside={
          <Section title={t('facts')}>
            {mayAssign ? <TaskPeople task={task} acts={acts} /> : null}
            <FactList
              layout="rows"
              facts={[
                ...(mayAssign
                  ? []
                  : [
                      { label: t('assignee'), value: <OwnerName owner={task.assignee} team={task.team} /> },
                      { label: t('dueOn'), value: <DueDate dueOn={task.dueOn} settled={settled} /> },
                    ]),
                { label: t('priority'), value: <PriorityBadge priority={task.priority} /> },
                { label: t('progress'), value: <ProgressBar label={t('progress')} value={task.progress} /> },
              ]}
            />
          </Section>
        }
      >
        {mayChange || task.checklist.length > 0 ? (
          <Section title={t('checklist')}>
            <TaskChecklist
              task={task}
              pending={acts.change.isPending}
              onChange={(checklist) => acts.change.mutate({ version: task.version, checklist })}
            />
          </Section>
        ) : null}
        {related ? (
          <Section title={t('dependencies')}>
            <TaskRefs workspace={slug} label={t('dependsOn')} tasks={task.dependsOn} />
            <TaskRefs workspace={slug} label={t('blocks')} tasks={task.blocks} />
            <TaskRefs workspace={slug} label={t('subtasks')} tasks={task.subtasks} />
          </Section>
        ) : null}
        <GatesSection item={{ id: task.id, kind: 'task' }} />
        <TaskSubmissions task={task} />
        <TaskEvidence task={task} />
        <TaskActivity task={task} />
      </RecordLayout>
    </>
  );
}

function TaskSubmissions({ task }: { task: Task }) {
  const { t } = useTranslation(['tasks', 'submissions', 'common']);
  const { slug } = useWorkspace();
  const { query } = usePaged(taskSubmissionsQuery(slug, task.id));
  const [writing, write] = useState(false);
  const previous = query.data?.find((one) => one.kind === 'update' && isRevisable(one));
  const isJudged = previous?.state === 'in_review';
  return (
    <Section
      title={t('updates')}
      actions={
        writing ? null : (
          <ActionButton ability={isJudged ? true : task.abilities['submit']} size="xs" onClick={() => write(true)}>
            {isJudged ? t('submissions:revise') : t('writeUpdate')}
          </ActionButton>
        )
      }
    >
      {writing ? (
        <SubmissionForm
          workspace={slug}
          item={{ id: task.id, kind: 'task' }}
          recordVersion={task.recordVersion}
          withRating={false}
          previous={previous}
          onSubmitted={() => write(false)}
          onCancel={() => write(false)}
        />
      ) : null}
      <QueryState query={query} loading={null}>
        {(submissions) =>
          submissions.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noUpdates')}
            </Text>
          ) : (
            <Stack component="ul" gap="xs" m={0} p={0} aria-label={t('updates')} style={{ listStyle: 'none' }}>
              {submissions.map((one) => (
                <li key={one.id}>
                  <AnchorLink to="/w/$workspace/submissions/$id" params={{ workspace: slug, id: one.id }} size="sm">
                    {t('update', { revision: one.revision })}
                  </AnchorLink>{' '}
                  <SubmissionStateBadge state={one.state} variant="quiet" />{' '}
                  <Text component="span" size="sm" c="dimmed">
                    <DateText value={one.submittedAt} format="dateTime" />
                  </Text>
                </li>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Section>
  );
}

function TaskEvidence({ task }: { task: Task }) {
  const { t } = useTranslation(['tasks', 'common']);
  const { slug } = useWorkspace();
  const { query } = usePaged(taskEvidenceQuery(slug, task.id));
  return (
    <Section title={t('evidence')}>
      <QueryState query={query} loading={null}>
        {(evidence) => <EvidenceList workspace={slug} evidence={evidence} />}
      </QueryState>
    </Section>
  );
}

function TaskActivity({ task }: { task: Task }) {
  const { t } = useTranslation(['tasks', 'common']);
  const { slug } = useWorkspace();
  const { query, more } = usePaged(taskActivityQuery(slug, task.id));
  return (
    <Section title={t('activity')}>
      <QueryState query={query} loading={null}>
        {(entries) => (
          <Timeline
            label={t('activity')}
            entries={entries.map((entry) => ({
              id: entry.id,
              icon: IconHistory,
              at: entry.at,
              title: t('act', {
                name: entry.actor?.name ?? t('system'),
                what: t(`event.${entry.type as 'task.created'}`, { defaultValue: t('event.other') }),
              }),
            }))}
          />
        )}
      </QueryState>
      {more.hasMore ? (
        <Button variant="default" size="xs" loading={more.loading} onClick={more.load}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </Section>
  );
}
