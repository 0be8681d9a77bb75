import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { PersonChip } from '@uptake/ui';
import { useMemo } from 'react';
import { useAllMembers } from '../../lib/people.js';

/** Chooses several members by name; the value is their ids. */
export function MembersSelect(props: Omit<MultiSelectProps, 'data' | 'renderOption'>) {
  const members = useAllMembers();
  const data = useMemo(
    () => (members.data ?? []).filter((member) => member.active).map(({ id, name }) => ({ value: id, label: name })),
    [members.data],
  );
  return (
    <MultiSelect
      searchable
      clearable
      {...props}
      data={data}
      disabled={props.disabled || members.isPending}
      renderOption={({ option }) => <PersonChip name={option.label} />}
    />
  );
}
