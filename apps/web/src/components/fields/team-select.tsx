import { Select, type SelectProps } from '@mantine/core';
import { TeamChip } from '@uptake/ui';
import { useMemo } from 'react';
import { useAllTeams } from '../../lib/people.js';

/** Chooses one team by name; the value is the team's id. */
export function TeamSelect(props: Omit<SelectProps, 'data' | 'renderOption'>) {
  const teams = useAllTeams();
  const data = useMemo(() => (teams.data ?? []).map(({ id, name }) => ({ value: id, label: name })), [teams.data]);
  return (
    <Select
      searchable
      clearable
      {...props}
      data={data}
      disabled={props.disabled || teams.isPending}
      renderOption={({ option }) => <TeamChip name={option.label} />}
    />
  );
}
