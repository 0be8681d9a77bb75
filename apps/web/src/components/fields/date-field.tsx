import { TextInput, type TextInputProps } from '@mantine/core';

export type DateFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** `YYYY-MM-DD`, or null for none. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A calendar date by the browser's own field: its keys, its calendar and its language are the person's. */
export function DateField({ value, onChange, ...props }: DateFieldProps) {
  return (
    <TextInput
      {...props}
      type="date"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
