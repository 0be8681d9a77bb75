import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../lib/workspace.js';
import { foundRecommendationsQuery, namedRecommendationQuery } from '../api/find-recommendations.js';

interface RecommendationFilterProps {
  /** Its id. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

const labelled = ({ id, reference, title }: { id: string; reference: string; title: string }) => ({
  value: id,
  label: `${reference} ${title}`,
});

/** Chooses one recommendation among those that the server finds for what is typed: there may be thousands. */
export function RecommendationFilter({ value, onChange }: RecommendationFilterProps) {
  const { t } = useTranslation('tasks');
  const { slug } = useWorkspace();
  const [typed, type] = useState('');
  const [words] = useDebouncedValue(typed, 250);
  const [opened, open] = useState(false);
  const named = useQuery({ ...namedRecommendationQuery(slug, value ?? ''), enabled: value !== undefined });
  const chosen = value !== undefined && named.data ? [labelled(named.data)] : [];
  const isChosen = chosen.some(({ label }) => label === words);
  const found = useQuery({ ...foundRecommendationsQuery(slug, isChosen ? '' : words.trim()), enabled: opened });
  const others = (found.data ?? []).filter(({ id }) => id !== value).map(labelled);
  return (
    <Select
      size="xs"
      w={200}
      clearable
      searchable
      aria-label={t('list.recommendation')}
      placeholder={t('list.recommendation')}
      nothingFoundMessage={t('list.noRecommendation')}
      data={[...chosen, ...others]}
      // the server has searched already
      filter={({ options }) => options}
      onSearchChange={type}
      onDropdownOpen={() => open(true)}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
