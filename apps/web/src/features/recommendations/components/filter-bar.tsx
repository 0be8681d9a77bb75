import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { lifecycles, ratings, recommendationKinds } from '@uptake/contracts';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllMembers, useAllTeams } from '../../../lib/people.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { briefNamesQuery } from '../api/read-brief-names.js';
import type { RecommendationFilters } from '../api/read-recommendations.js';
import classes from './recommendations.module.css';

interface FilterBarProps {
  filters: RecommendationFilters;
  onFilters: (filters: RecommendationFilters) => void;
}

/** Every filter stands in the address, so that a filtered list can be sent to somebody. */
export function FilterBar({ filters, onFilters }: FilterBarProps) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug, can } = useWorkspace();
  const members = useAllMembers();
  const teams = useAllTeams();
  const briefs = useQuery({ ...briefNamesQuery(slug), enabled: can('briefs.read') });
  const [words, setWords] = useState(filters.q ?? '');
  useEffect(() => setWords(filters.q ?? ''), [filters.q]);
  const search = useDebouncedCallback((q: string) => onFilters({ ...filters, q: q.trim() || undefined }), 250);
  const pick = (name: keyof RecommendationFilters) => (value: string | null) =>
    onFilters({ ...filters, [name]: value ?? undefined });
  const select = { size: 'xs', clearable: true, w: 128 } as const;
  const [shown, show] = useState(false);
  const { sort, ...others } = filters;
  const any = Object.values(others).some((value) => value !== undefined);
  return (
    <Group
      gap="xs"
      mb="sm"
      role="search"
      aria-label={t('filters')}
      className={classes.filters}
      data-shown={shown || undefined}
    >
      <TextInput
        size="xs"
        className={classes.words}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Button
        className={classes.more}
        size="xs"
        variant="default"
        leftSection={<IconFilter size={14} aria-hidden="true" />}
        aria-expanded={shown}
        onClick={() => show(!shown)}
      >
        {t('filters')}
      </Button>
      <Select
        {...select}
        aria-label={t('column.status')}
        placeholder={t('column.status')}
        data={lifecycles.map((value) => ({ value, label: t(`common:lifecycle.${value}`) }))}
        value={filters.status ?? null}
        onChange={pick('status')}
      />
      <Select
        {...select}
        searchable
        aria-label={t('column.kind')}
        placeholder={t('column.kind')}
        data={recommendationKinds.map((value) => ({ value, label: t(`common:recommendationKind.${value}`) }))}
        value={filters.kind ?? null}
        onChange={pick('kind')}
      />
      <Select
        {...select}
        searchable
        aria-label={t('column.owner')}
        placeholder={t('column.owner')}
        data={[
          { value: 'me', label: t('mine') },
          { value: 'none', label: t('common:states.nobody') },
          ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.owner ?? null}
        onChange={pick('owner')}
      />
      <Select
        {...select}
        searchable
        aria-label={t('team')}
        placeholder={t('team')}
        data={[
          { value: 'none', label: t('common:states.none') },
          ...(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.team ?? null}
        onChange={pick('team')}
      />
      <Select
        {...select}
        aria-label={t('column.rating')}
        placeholder={t('column.rating')}
        data={['none' as const, ...ratings].map((value) => ({ value, label: t(`common:rating.${value}`) }))}
        value={filters.rating ?? null}
        onChange={pick('rating')}
      />
      {briefs.data ? (
        <Select
          {...select}
          searchable
          aria-label={t('brief')}
          placeholder={t('brief')}
          data={briefs.data.map(({ id, title }) => ({ value: id, label: title }))}
          value={filters.brief ?? null}
          onChange={pick('brief')}
        />
      ) : null}
      <Checkbox
        size="xs"
        label={t('overdue')}
        checked={filters.overdue ?? false}
        onChange={(event) => onFilters({ ...filters, overdue: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        size="xs"
        label={t('waiting')}
        checked={filters.waiting ?? false}
        onChange={(event) => onFilters({ ...filters, waiting: event.currentTarget.checked || undefined })}
      />
      {any ? (
        <Button size="compact-xs" variant="subtle" onClick={() => onFilters(sort ? { sort } : {})}>
          {t('common:actions.clearFilters')}
        </Button>
      ) : null}
    </Group>
  );
}
