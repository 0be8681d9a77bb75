import { randomInt } from 'node:crypto';
import { parse, v7 } from 'uuid';

// half the range is left for counting up within one millisecond
const HALF_OF_SEQUENCE = 2 ** 31;
let lastMillisecond = -1;
let sequence = 0;

/**
 * A UUID v7: sorts by the given instant (the verb's clock) and, of one process within one millisecond, by the order of making,
 * so that the entries of one verb keep their order. Random behind that.
 */
export function newId(at: Date): string {
  const msecs = at.getTime();
  sequence = msecs === lastMillisecond ? sequence + 1 : randomInt(HALF_OF_SEQUENCE);
  lastMillisecond = msecs;
  return v7({ msecs, seq: sequence });
}

/** The instant by which an id was made: the first 48 bits of a UUID v7. */
export const instantOfId = (id: string): Date => new Date(Buffer.from(parse(id)).readUIntBE(0, 6));
