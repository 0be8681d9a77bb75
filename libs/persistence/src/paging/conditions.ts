/** Collects the conditions of a query with their parameters in order; `values` begins with the ones already numbered. */
export class Conditions {
  private readonly parts: string[] = [];

  constructor(readonly values: unknown[]) {}

  /** The placeholder of a value: `$n`. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds a condition unless the value is undefined; `sql` gets its placeholder. */
  where<T>(value: T | undefined, sql: (parameter: string) => string): this {
    if (value !== undefined) this.parts.push(sql(this.parameter(value)));
    return this;
  }

  add(sql: string): this {
    this.parts.push(sql);
    return this;
  }

  get sql(): string {
    return this.parts.join(' AND ');
  }
}

/** A pattern that finds the words anywhere, whatever signs of the pattern language they hold. */
export const anywhere = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Whether an item's reference or title hold the pattern, whatever its case; `item` is an alias. The pattern is folded once, not for each row. */
export const saysWords = (item: string, pattern: string): string => `${item}.words LIKE (SELECT lower(${pattern}))`;
