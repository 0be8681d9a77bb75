import type { Rating, Role, SubmissionKind } from '@uptake/contracts';

/** What a revision says of itself, for the conditions of a workflow; `rating` is the reported one. */
export interface SubmissionFacts {
  readonly kind: SubmissionKind;
  readonly progress: number | null;
  readonly rating: Rating | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What is judged, as it stands when the condition is asked. */
export interface ItemFacts {
  readonly kind: string;
  readonly reference: string;
  readonly priority: string;
  readonly status: string;
  readonly visibility: string;
  /** Of the item's official record. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface MemberFacts {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
}

/** Where an expression stands, which settles what it may speak of: `member` is there for rules of eligibility alone. */
export type ExpressionPlace = 'route' | 'eligibility';

export interface ExpressionFacts {
  readonly submission: SubmissionFacts;
  /** Null where nothing is known of it: then whatever speaks of the item is false. */
  readonly item: ItemFacts | null;
  readonly member?: MemberFacts;
}
