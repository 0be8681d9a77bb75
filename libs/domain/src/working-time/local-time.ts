/** A moment as the clocks of a time zone show it. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Milliseconds that the clock shows past midnight. */
  readonly timeOfDay: number;
}

export const DAY_MS = 86_400_000;

/** What the clocks of the zone show at an instant. Throws a RangeError for a zone that is none. */
export function localTimeAt(at: Date, timeZone: string): LocalTime {
  const shown = at.getTime() + offsetAt(at.getTime(), timeZone);
  const midnight = Math.floor(shown / DAY_MS) * DAY_MS;
  return { day: new Date(midnight).toISOString().slice(0, 10), timeOfDay: shown - midnight };
}

/**
 * The instant at which the clocks of the zone show this. What they show twice (the hour put back in autumn) is meant the second
 * time, and what they never show (the hour skipped in spring) as much later as was skipped: never before it can have been meant.
 */
export function instantOf({ day, timeOfDay }: LocalTime, timeZone: string): Date {
  const shown = Date.parse(`${day}T00:00:00.000Z`) + timeOfDay;
  // No zone changes twice within two days, so the one or two readings go by the offset of the day before or of the day after.
  const readings = [-DAY_MS, DAY_MS].map((aside) => shown - offsetAt(shown + aside, timeZone));
  const real = readings.filter((instant) => instant + offsetAt(instant, timeZone) === shown);
  return new Date(Math.max(...(real.length > 0 ? real : readings)));
}

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(instant / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

// making a format costs far more than using it; there are some hundred zones
const formats = new Map<string, Intl.DateTimeFormat>();
