const DAY = 86_400_000;

/** The days at whose end a weekly series is read, oldest first: today and the same weekday of the weeks before. Dates as `YYYY-MM-DD`. */
export function weekEnds(today: string, weeks: number): string[] {
  const last = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: weeks }, (_, i) => new Date(last - (weeks - 1 - i) * 7 * DAY).toISOString().slice(0, 10));
}
