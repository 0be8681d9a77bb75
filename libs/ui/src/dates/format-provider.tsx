import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { createFormats, type Formats, type FormatSettings } from './formats.js';

const FormatContext = createContext<Formats>(createFormats({ locale: 'en', timeZone: 'UTC' }));

export function FormatProvider({ locale, timeZone, months, children }: FormatSettings & { children: ReactNode }) {
  const formats = useMemo(() => createFormats({ locale, timeZone, months }), [locale, timeZone, months]);
  return <FormatContext value={formats}>{children}</FormatContext>;
}

/** Dates, numbers and money written for the reader of this screen. */
export const useFormats = (): Formats => useContext(FormatContext);
