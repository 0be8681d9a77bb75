/** The instant at which a calendar date (`YYYY-MM-DD`) begins in a time zone, as UTC ISO 8601; over changes of the clocks too. */
export function startOfDay(date: string, timeZone: string): string {
  const wall = Date.parse(`${date}T00:00:00Z`);
  // the offset is asked for at the guess and once more at what comes of it, in case the clocks change between
  const first = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(first, timeZone)).toISOString();
}

/** The instant at which it is over. */
export function endOfDay(date: string, timeZone: string): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return startOfDay(next, timeZone);
}

function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const wall = Date.parse(
    `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`,
  );
  return wall - Math.floor(instant / 1000) * 1000;
}
