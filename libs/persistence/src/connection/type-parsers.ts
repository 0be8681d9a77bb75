import pg from 'pg';

const DATE = 1082;
const DATE_ARRAY = 1182;

/** Dates stay `YYYY-MM-DD`: the driver would make them instants of the server's own time zone, a day off for half the world. */
export function keepDatesAsText(): void {
  pg.types.setTypeParser(DATE, (value) => value);
  pg.types.setTypeParser(
    DATE_ARRAY as never,
    (value: string) => (value === '{}' ? [] : value.slice(1, -1).split(',')) as never,
  );
}
