/** Who moves a run, when, and in which request; what every journal entry of the move says. */
export interface RunActor {
  /** Null for time itself. */
  readonly actorId: string | null;
  readonly at: Date;
  readonly correlation: string;
}
