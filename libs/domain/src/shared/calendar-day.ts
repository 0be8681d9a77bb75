/** The calendar day, `YYYY-MM-DD`, that an instant falls on in a time zone. "Overdue" and the days of rollups follow it. */
export function calendarDay(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

// making a format costs far more than using it; there are some hundred zones
const formats = new Map<string, Intl.DateTimeFormat>();
