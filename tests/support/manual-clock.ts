import { Clock } from '@uptake/platform';

/** The one fake of the tests beside outside mail: stands until moved. */
export class ManualClock extends Clock {
  private instant: number;

  constructor(start = '2026-03-02T09:00:00.000Z') {
    super();
    this.instant = Date.parse(start);
  }

  now(): Date {
    return new Date(this.instant);
  }

  advance(amount: { minutes?: number; hours?: number; days?: number }): void {
    this.instant += (((amount.days ?? 0) * 24 + (amount.hours ?? 0)) * 60 + (amount.minutes ?? 0)) * 60_000;
  }
}
