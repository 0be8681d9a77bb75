/** Who moves a run, when, and in which request; what every journal entry of the move says. */
export interface RunActor {
  readonly actorId: string;
  readonly at: Date;
  readonly correlation: string;
}
