import { useFormats } from './format-provider.js';
import type { DateStyle } from './formats.js';

export interface DateTextProps {
  /** `YYYY-MM-DD` or an ISO instant. */
  value: string;
  /** `short` for tables; `dateTime` adds hours and minutes to an instant. */
  format?: DateStyle;
}

export function DateText({ value, format = 'date' }: DateTextProps) {
  const formats = useFormats();
  return (
    <time dateTime={value} title={formats.date(value, 'dateTime')} style={{ whiteSpace: 'nowrap' }}>
      {formats.date(value, format)}
    </time>
  );
}
