/** The same numbers for the same seed (mulberry32): a run that failed can be run again. */
export class Seeded {
  constructor(private state: number) {}

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(low: number, high: number): number {
    return Math.floor(low + this.next() * (high - low));
  }

  oneOf<T>(all: readonly T[]): T {
    const one = all[this.between(0, all.length)];
    if (one === undefined) throw new Error('There is nothing to choose from');
    return one;
  }
}
