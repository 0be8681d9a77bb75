import type { ResponseVerdict } from '@uptake/contracts';

export interface GivenResponse {
  response: ResponseVerdict;
  /** Which part is accepted; kept for `partially_accepted` alone. */
  part: string | null;
  reason: string;
}

/** The response as it is kept: a part belongs to a partial acceptance and to nothing else. */
export const keptResponse = (given: {
  response: ResponseVerdict;
  part?: string | undefined;
  reason: string;
}): GivenResponse => ({
  response: given.response,
  part: given.response === 'partially_accepted' ? (given.part ?? null) : null,
  reason: given.reason,
});
