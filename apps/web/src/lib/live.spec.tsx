import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { openLiveStream, type LiveState } from './live.js';
import { inWorkspace } from './query-keys.js';

class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeStream[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    FakeStream.opened.push(this);
  }
  close(): void {
    this.readyState = FakeStream.CLOSED;
  }
  say(type: string): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify({ id: '1', type, itemId: null, at: '' }) }));
  }
}

let client: QueryClient;
let invalidated: unknown[];
let states: LiveState[];
let close: () => void;
const stream = (): FakeStream => FakeStream.opened.at(-1) as FakeStream;

beforeEach(() => {
  jest.useFakeTimers();
  FakeStream.opened = [];
  Object.assign(globalThis, { EventSource: FakeStream });
  client = new QueryClient();
  invalidated = [];
  states = [];
  jest
    .spyOn(client, 'invalidateQueries')
    .mockImplementation(async (filters) => void invalidated.push(filters?.queryKey));
  close = openLiveStream('demo', client, (state) => states.push(state));
});
afterEach(() => {
  close();
  jest.useRealTimers();
});

describe('the live stream', () => {
  it('reads again what a burst of events made stale, each once', () => {
    stream().say('task.changed');
    stream().say('task.status-changed');
    jest.advanceTimersByTime(1_000);
    expect(
      invalidated.filter((key) => JSON.stringify(key) === JSON.stringify(inWorkspace('demo', 'tasks'))),
    ).toHaveLength(1);
  });

  it('reads everything again when the server no longer knows where we were', () => {
    stream().dispatchEvent(new Event('reset'));
    expect(invalidated).toEqual([['w', 'demo']]);
  });

  it('leaves a broken line to the browser, which names its last event itself', () => {
    stream().dispatchEvent(new Event('error'));
    jest.advanceTimersByTime(60_000);
    expect(FakeStream.opened).toHaveLength(1);
  });

  it('opens a refused stream again, later each time, and then reads everything again', () => {
    stream().close();
    stream().dispatchEvent(new Event('error'));
    jest.advanceTimersByTime(1_000);
    expect(FakeStream.opened).toHaveLength(2);
    stream().close();
    stream().dispatchEvent(new Event('error'));
    jest.advanceTimersByTime(1_000);
    expect(FakeStream.opened).toHaveLength(2);
    jest.advanceTimersByTime(1_000);
    expect(FakeStream.opened).toHaveLength(3);
    stream().dispatchEvent(new Event('open'));
    expect(invalidated).toEqual([['w', 'demo']]);
  });

  it('calls itself lost only when a gap lasts', () => {
    stream().dispatchEvent(new Event('error'));
    jest.advanceTimersByTime(1_000);
    stream().dispatchEvent(new Event('open'));
    expect(states).toEqual(['live']);
    stream().dispatchEvent(new Event('error'));
    jest.advanceTimersByTime(6_000);
    expect(states).toEqual(['live', 'lost']);
  });

  it('opens nothing more once it is left', () => {
    stream().close();
    stream().dispatchEvent(new Event('error'));
    close();
    jest.advanceTimersByTime(60_000);
    expect(FakeStream.opened).toHaveLength(1);
  });

  it('leaves everything alone at a name that it does not know', () => {
    stream().say('comet.sighted');
    jest.advanceTimersByTime(1_000);
    expect(invalidated).toEqual([]);
  });
});
