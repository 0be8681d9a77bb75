import type { Reader, StreamRepository } from '@uptake/persistence';

/** Further behind than this, reading everything again is the shorter way. */
const MOST_TO_CATCH_UP = 2_000;

export interface StreamStart {
  place: number;
  /** The client cannot be told what it missed: it reads everything again. */
  isReset: boolean;
}

/** From where a client follows: from now on without a Last-Event-ID, else from behind it, if all that followed is still there. */
export async function startOf(
  stream: StreamRepository,
  reader: Reader,
  lastEventId: string | undefined,
): Promise<StreamStart> {
  const after = lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
  const { first, last, behind } = await stream.position(
    reader,
    after ?? 0,
    after === undefined ? 0 : MOST_TO_CATCH_UP + 1,
  );
  if (lastEventId === undefined) return { place: last, isReset: false };
  // a place beyond the last is of another database: a copy was restored since
  const isTooOld = after === undefined || behind > MOST_TO_CATCH_UP || after > last || (after < first && after !== 0);
  return isTooOld ? { place: last, isReset: true } : { place: after, isReset: false };
}
