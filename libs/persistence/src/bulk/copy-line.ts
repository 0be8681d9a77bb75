const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One row in the text format of COPY. Dates are instants, plain objects JSON, arrays those of ids and other words without signs. */
export const copyLine = (values: readonly unknown[]): string => `${values.map(copyField).join('\t')}\n`;

function copyField(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 't' : 'f';
    case 'string':
      return escaped(value);
    default:
      if (value instanceof Date) return value.toISOString();
      if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
      if (Array.isArray(value)) return escaped(`{${value.join(',')}}`);
      return escaped(JSON.stringify(value));
  }
}

const escaped = (text: string): string => text.replaceAll(/[\\\t\n\r]/g, (sign) => ESCAPED[sign] ?? sign);
