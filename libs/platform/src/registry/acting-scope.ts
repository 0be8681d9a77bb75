/** On whose behalf a run moves: a person's request, or time itself, behind which nobody stands (`actorId` null). */
export interface ActingScope {
  readonly workspace: { readonly timeZone: string };
  /** What verbs put into each journal entry. */
  readonly actor: { readonly actorId: string | null; readonly at: Date; readonly correlation: string };
  now(): Date;
}
