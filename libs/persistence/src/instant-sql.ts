/** SQL for an instant as the domain writes it (UTC, ISO 8601 with milliseconds), wherever a row travels as text or JSON. */
export const instantSql = (expression: string): string =>
  `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
