import { calendarDateIn } from '@uptake/ui';
import { createContext, useContext } from 'react';
import { meQuery } from './session.js';
import { useQuery } from '@tanstack/react-query';

/** The one clock of the screens; tests hand in their own. */
const ClockContext = createContext<() => Date>(() => new Date());
export const ClockProvider = ClockContext.Provider;

export const useClock = (): (() => Date) => useContext(ClockContext);

/** Today's calendar date where the reader is, `YYYY-MM-DD`. */
export function useToday(): string {
  const clock = useClock();
  return calendarDateIn(useTimeZone(), clock());
}

/** The reader's zone: their setting, else the browser's. */
export function useTimeZone(): string {
  const { data } = useQuery({ ...meQuery, enabled: false });
  return data?.user.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
