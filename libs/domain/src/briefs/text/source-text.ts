/** Neither a NUL nor half of a surrogate pair can be stored or sent as UTF-8. */
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const BYTE_ORDER_MARK = '\uFEFF';

export interface SourceText {
  text: string;
  replaced: boolean;
}

/**
 * The text that all offsets count in: no byte order mark, `\n` as the only line end, what cannot be stored replaced by
 * U+FFFD one for one. Reading its own output again changes nothing.
 */
export function readSource(raw: string): SourceText {
  let start = 0;
  while (raw[start] === BYTE_ORDER_MARK) start += 1;
  const unmarked = start === 0 ? raw : raw.slice(start);
  const lined = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  const text = lined.replace(UNSTORABLE, '\uFFFD');
  return { text, replaced: text !== lined };
}
