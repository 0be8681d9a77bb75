/** How dates and numbers are written for one reader. */
export interface FormatSettings {
  /** BCP 47, e.g. `en`, `ar`, `ckb`. */
  locale: string;
  /** IANA zone in which instants are shown; calendar dates have none. */
  timeZone: string;
  /** Month names, January first, for a language the browser's Intl does not know. */
  months?: readonly string[] | undefined;
}

export type DateStyle = 'date' | 'short' | 'dateTime';

export interface Formats {
  /** `YYYY-MM-DD` or an ISO instant, in words: month named, never 03/04. Unreadable input comes back as it is. */
  date(value: string, style?: DateStyle): string;
  /** Whole days from one calendar date to another, in words ("in 3 days"). */
  days(count: number): string;
  number(value: number): string;
  /** `share` from 0 to 1. */
  percent(share: number): string;
  money(amount: string, currency: string): string;
}

const calendarDate = /^\d{4}-\d{2}-\d{2}$/;

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/** `Intl` for one reader, made once and kept; a language it lacks falls back to English figures with the given month names. */
export function createFormats({ locale, timeZone, months }: FormatSettings): Formats {
  const known = Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0;
  // The calendar is pinned: some Arabic locales would otherwise answer in another one than the record's.
  const base = known ? `${locale}-u-ca-gregory` : 'en';
  const made = new Map<string, Intl.DateTimeFormat>();
  const formatOf = (style: DateStyle, zone: string): Intl.DateTimeFormat => {
    const key = `${style} ${zone}`;
    const format = made.get(key) ?? new Intl.DateTimeFormat(base, { ...styles[style], timeZone: zone });
    made.set(key, format);
    return format;
  };
  const numbers = new Intl.NumberFormat(base);
  const percents = new Intl.NumberFormat(base, { style: 'percent' });
  const relative = new Intl.RelativeTimeFormat(base, { numeric: 'auto' });

  return {
    date(value, style = 'date') {
      const plain = calendarDate.test(value);
      const at = new Date(plain ? `${value}T00:00:00Z` : value);
      if (Number.isNaN(at.getTime())) return value;
      const wanted = plain && style === 'dateTime' ? 'date' : style;
      const format = formatOf(wanted, plain ? 'UTC' : timeZone);
      if (known || !months) return format.format(at);
      return format
        .formatToParts(at)
        .map((part) =>
          part.type === 'month' ? (months[monthOf(at, plain ? 'UTC' : timeZone)] ?? part.value) : part.value,
        )
        .join('');
    },
    days: (count) => relative.format(count, 'day'),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    money: (amount, currency) =>
      new Intl.NumberFormat(base, { style: 'currency', currency, currencyDisplay: 'code' }).format(Number(amount)),
  };
}

const monthOf = (at: Date, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en', { month: 'numeric', timeZone }).format(at)) - 1;

/** Today's calendar date in a time zone, `YYYY-MM-DD`. */
export function calendarDateIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`; negative when `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
