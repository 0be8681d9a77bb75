/** Readers for `validateSearch`: what does not fit is left out, so an old or mangled address still opens the page. */
export const searchText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

export const searchOneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((one) => one === value);

export const searchFlag = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);
