import type { ItemBlock } from '../structure/blocks.js';
import type { List } from '../structure/lists.js';
import type { Reading } from './reading.js';
import { asks, asksPlainly, voiceOf, type Voice } from './voice.js';

/** Share of a numbered run that must call plainly before all of it is taken for recommendations. */
const PLAIN_SHARE = 0.6;
const LEAST_RUN = 3;

/** How the items of a text speak, each listened to once. */
export class Voices {
  readonly #known = new Map<ItemBlock, Voice>();
  readonly #callingRuns: ReadonlySet<number>;

  constructor(readonly reading: Reading) {
    this.#callingRuns = this.#findCallingRuns();
  }

  of(block: ItemBlock): Voice {
    const known = this.#known.get(block);
    if (known !== undefined) return known;
    const voice = voiceOf(this.reading.strand(block.spans).words, this.reading.vocabulary);
    this.#known.set(block, voice);
    return voice;
  }

  mostlyAsk({ roots }: List): boolean {
    return roots.filter(({ block }) => asks(this.of(block))).length * 2 >= roots.length;
  }

  /** Whether the item belongs to a numbered run most of whose items call plainly: then all of them do. */
  isInCallingRun({ place }: ItemBlock): boolean {
    return this.#callingRuns.has(place.run);
  }

  #findCallingRuns(): Set<number> {
    const runs = new Map<number, { all: number; calling: number }>();
    for (const block of this.reading.blocks) {
      if (block.type !== 'item' || block.marker.kind === 'bullet') continue;
      const count = runs.get(block.place.run) ?? { all: 0, calling: 0 };
      count.all += 1;
      if (asksPlainly(this.of(block))) count.calling += 1;
      runs.set(block.place.run, count);
    }
    const calling = [...runs].filter(([, { all, calling: count }]) => all >= LEAST_RUN && count >= all * PLAIN_SHARE);
    return new Set(calling.map(([run]) => run));
  }
}
