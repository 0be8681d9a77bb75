import serialize from 'canonicalize';

/** RFC 8785 canonical JSON: the same value has the same bytes on every machine, so that hashes agree. */
export function canonicalJson(value: unknown): string {
  const text = (serialize as unknown as (input: unknown) => string | undefined)(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form');
  return text;
}
