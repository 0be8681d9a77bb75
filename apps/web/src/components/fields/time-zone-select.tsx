import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';

/** Chooses a time zone by its IANA name, among those the browser knows; the present one is always there. */
export function TimeZoneSelect(props: Omit<SelectProps, 'data'>) {
  const data = useMemo(
    () => [...new Set(['UTC', ...(props.value ? [props.value] : []), ...Intl.supportedValuesOf('timeZone')])],
    [props.value],
  );
  return <Select searchable allowDeselect={false} dir="ltr" limit={100} {...props} data={data} />;
}
