import { ManualClock } from './manual-clock.js';

/** Goes with the machine's clock, as the browser beside it does; `advance` puts it ahead. */
export class RunningClock extends ManualClock {
  private readonly began = Date.now();

  constructor() {
    super(new Date().toISOString());
  }

  override now(): Date {
    return new Date(super.now().getTime() + Date.now() - this.began);
  }
}
