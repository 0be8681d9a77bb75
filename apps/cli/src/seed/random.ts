/** Mulberry32: small, fast, and the same on every machine for the same seed. Not for secrets. */
export class SeededRandom {
  private state: number;
  private lastInstant = -1;
  private ordinal = 0;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 (inclusive) to 1 (exclusive). */
  next(): number {
    return this.word() / 4_294_967_296;
  }

  below(most: number): number {
    return Math.floor(this.next() * most);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new Error('Nothing to pick from');
    return chosen;
  }

  hex(length: number): string {
    let digits = '';
    while (digits.length < length) digits += this.word().toString(16).padStart(8, '0');
    return digits.slice(0, length);
  }

  /** A UUID v7 of this instant whose random part follows from the seed; those made one after another for one instant sort in that order. */
  uuid(at: number): string {
    this.ordinal = at === this.lastInstant ? this.ordinal + 1 : this.below(0x800);
    this.lastInstant = at;
    const time = at.toString(16).padStart(12, '0');
    const tail = this.hex(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${(this.ordinal & 0xfff).toString(16).padStart(3, '0')}-a${tail.slice(1, 4)}-${tail.slice(4)}`;
  }

  private word(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }
}
