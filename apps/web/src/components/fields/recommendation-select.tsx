import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../lib/workspace.js';
import { foundRecommendationsQuery, namedRecommendationQuery } from './find-recommendations.js';

export type RecommendationSelectProps = Omit<SelectProps, 'data' | 'value' | 'filter'> & {
  /** Its id. */
  value?: string | null;
  /** The id of one that cannot be chosen. */
  except?: string;
};

const labelled = ({ id, reference, title }: { id: string; reference: string; title: string }) => ({
  value: id,
  label: `${reference} ${title}`,
});

/** Chooses one recommendation among those that the server finds for what is typed: there may be thousands. */
export function RecommendationSelect({ value = null, except, ...props }: RecommendationSelectProps) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const [typed, type] = useState('');
  const [words] = useDebouncedValue(typed, 250);
  const [opened, open] = useState(false);
  const named = useQuery({ ...namedRecommendationQuery(slug, value ?? ''), enabled: value !== null });
  const chosen = value !== null && named.data ? [labelled(named.data)] : [];
  const isChosen = chosen.some(({ label }) => label === words);
  const found = useQuery({ ...foundRecommendationsQuery(slug, isChosen ? '' : words.trim()), enabled: opened });
  const others = (found.data ?? []).filter(({ id }) => id !== value && id !== except).map(labelled);
  return (
    <Select
      clearable
      searchable
      nothingFoundMessage={t('states.nothingFound')}
      {...props}
      data={[...chosen, ...others]}
      // the server has searched already
      filter={({ options }) => options}
      onSearchChange={type}
      onDropdownOpen={() => open(true)}
      value={value}
    />
  );
}
