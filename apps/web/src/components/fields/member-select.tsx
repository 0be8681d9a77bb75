import { Select, type SelectProps } from '@mantine/core';
import { PersonChip } from '@uptake/ui';
import { useMemo } from 'react';
import { useAllMembers } from '../../lib/people.js';

export type MemberSelectProps = Omit<SelectProps, 'data' | 'renderOption'> & {
  /** Only these may be chosen, e.g. those of one role; all active members without it. */
  allows?: (member: { id: string; roles: readonly string[] }) => boolean;
};

/** Chooses one member by name; the value is the member's id. */
export function MemberSelect({ allows, ...props }: MemberSelectProps) {
  const members = useAllMembers();
  const data = useMemo(
    () =>
      (members.data ?? [])
        .filter((member) => member.active && (allows?.(member) ?? true))
        .map(({ id, name }) => ({ value: id, label: name })),
    [members.data, allows],
  );
  return (
    <Select
      searchable
      clearable
      {...props}
      data={data}
      disabled={props.disabled || members.isPending}
      renderOption={({ option }) => <PersonChip name={option.label} />}
    />
  );
}
