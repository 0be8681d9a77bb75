const DAY = 24 * 60 * 60_000;
export const STORY_DAYS = 56;

/** One step of the story. */
export interface Step {
  /** Days after the story's beginning. */
  day: number;
  run(): Promise<void>;
}

/** A date so many days after the story's end. */
export const dayAfter = (end: Date, days: number): string =>
  new Date(end.getTime() + days * DAY).toISOString().slice(0, 10);
