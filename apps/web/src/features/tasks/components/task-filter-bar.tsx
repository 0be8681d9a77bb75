import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { taskStatuses } from '@uptake/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecommendationSelect } from '../../../components/fields/recommendation-select.js';
import { DateField } from '../../../components/fields/date-field.js';
import { useAllMembers, useAllTeams } from '../../../lib/people.js';
import type { TaskFilters } from '../api/list-tasks.js';

interface TaskFilterBarProps {
  filters: TaskFilters;
  onFilters: (filters: TaskFilters) => void;
}

/** Every filter stands in the address, so that a filtered list can be sent to somebody. */
export function TaskFilterBar({ filters, onFilters }: TaskFilterBarProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const members = useAllMembers();
  const teams = useAllTeams();
  const [words, setWords] = useState(filters.q ?? '');
  useEffect(() => setWords(filters.q ?? ''), [filters.q]);
  const search = useDebouncedCallback((q: string) => onFilters({ ...filters, q: q.trim() || undefined }), 250);
  const put = (name: keyof TaskFilters, value: string | null | undefined): void =>
    onFilters({ ...filters, [name]: value ?? undefined });
  const select = { size: 'xs', clearable: true, w: 150 } as const;
  const { sort, ...others } = filters;
  const any = Object.values(others).some((value) => value !== undefined);
  return (
    <Group gap="xs" mb="sm" role="search" aria-label={t('list.filters')}>
      <TextInput
        size="xs"
        w={200}
        type="search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Select
        {...select}
        aria-label={t('list.status')}
        placeholder={t('list.status')}
        data={taskStatuses.map((value) => ({ value, label: t(`common:taskStatus.${value}`) }))}
        value={filters.status ?? null}
        onChange={(value) => put('status', value)}
      />
      <Select
        {...select}
        searchable
        limit={100}
        aria-label={t('assignee')}
        placeholder={t('assignee')}
        data={[
          { value: 'me', label: t('list.mine') },
          { value: 'my-teams', label: t('list.ofMyTeams') },
          { value: 'none', label: t('common:states.nobody') },
          ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.assignee ?? null}
        onChange={(value) => put('assignee', value)}
      />
      <Select
        {...select}
        searchable
        aria-label={t('team')}
        placeholder={t('team')}
        data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.team ?? null}
        onChange={(value) => put('team', value)}
      />
      <RecommendationSelect
        size="xs"
        w={200}
        aria-label={t('list.recommendation')}
        placeholder={t('list.recommendation')}
        value={filters.recommendation ?? null}
        onChange={(id) => put('recommendation', id)}
      />
      <Group gap={6} wrap="nowrap">
        <span aria-hidden="true">{t('list.dueBefore')}</span>
        <DateField
          size="xs"
          w={140}
          aria-label={t('list.dueBefore')}
          value={filters.dueBefore ?? null}
          onChange={(value) => put('dueBefore', value)}
        />
      </Group>
      <Checkbox
        size="xs"
        label={t('list.overdue')}
        checked={filters.overdue ?? false}
        onChange={(event) => onFilters({ ...filters, overdue: event.currentTarget.checked || undefined })}
      />
      {any ? (
        <Button size="compact-xs" variant="subtle" onClick={() => onFilters(sort ? { sort } : {})}>
          {t('common:actions.clearFilters')}
        </Button>
      ) : null}
    </Group>
  );
}
