import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Page, TaskSummary } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';
import { useWorkspace } from '../../lib/workspace.js';

/** A few whose words hold these. */
const foundTasksQuery = (slug: string, words: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'tasks', 'found', words),
    queryFn: async ({ signal }) => {
      const query = { q: words || undefined, limit: 20 };
      return (await api.get<Page<TaskSummary>>(path`/workspaces/${slug}/tasks`, { query, signal })).items;
    },
    placeholderData: keepPreviousData,
  });

export type TaskSelectProps = Omit<SelectProps, 'data' | 'value' | 'filter' | 'onChange'> & {
  /** Its id. */
  value: string | null;
  onChange: (id: string | null) => void;
  /** The id of one that cannot be chosen. */
  except?: string;
};

/** Chooses one task among those that the server finds for what is typed: there may be thousands. */
export function TaskSelect({ value, onChange, except, ...props }: TaskSelectProps) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const [typed, type] = useState('');
  const [chosen, choose] = useState<{ value: string; label: string } | null>(null);
  const [words] = useDebouncedValue(typed, 250);
  const sought = chosen?.label === words ? '' : words;
  const found = useQuery(foundTasksQuery(slug, sought));
  const offered = (found.data ?? [])
    .filter(({ id }) => id !== except && id !== chosen?.value)
    .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  return (
    <Select
      searchable
      clearable
      nothingFoundMessage={found.isPending ? t('states.loading') : t('states.nothingFound')}
      {...props}
      data={chosen ? [chosen, ...offered] : offered}
      filter={({ options }) => options}
      value={value}
      onChange={(id) => {
        choose(offered.find((one) => one.value === id) ?? (id === chosen?.value ? chosen : null));
        onChange(id);
      }}
      searchValue={typed}
      onSearchChange={type}
    />
  );
}
