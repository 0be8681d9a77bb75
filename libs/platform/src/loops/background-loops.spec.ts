import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../logging/logger.js';
import { type BackgroundLoop, BackgroundLoops } from './background-loops.js';

const logger = createLogger('silent', 'test');
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const loop = (name: string, run: BackgroundLoop['run'], everyMs = 10_000): BackgroundLoop => ({ name, everyMs, run });

describe('background loops', () => {
  it('go on at once while there is more', async () => {
    let left = 5;
    const loops = new BackgroundLoops([loop('a', async () => ((left -= 1) > 0 ? 'more' : undefined))], logger);
    loops.start();
    await pause(20);
    await loops.stop();
    expect(left).toBe(0);
  });

  it('run again at once when woken, in the middle of a run too', async () => {
    let runs = 0;
    const loops = new BackgroundLoops(
      [
        loop('a', async () => {
          runs += 1;
          await pause(10);
        }),
      ],
      logger,
    );
    loops.start();
    loops.wake('a');
    await pause(40);
    expect(runs).toBe(2);
    loops.wake('a');
    await pause(30);
    expect(runs).toBe(3);
    await loops.stop();
  });

  it('outlive a failure, and leave the others alone', async () => {
    let tries = 0;
    let others = 0;
    const failing = loop(
      'failing',
      async () => {
        tries += 1;
        throw new Error('not today');
      },
      1,
    );
    const loops = new BackgroundLoops(
      [
        failing,
        loop(
          'other',
          async () => {
            others += 1;
          },
          1,
        ),
      ],
      logger,
    );
    loops.start();
    await pause(250);
    await loops.stop();
    expect(tries).toBeGreaterThan(0);
    expect(tries).toBeLessThan(4);
    expect(others).toBeGreaterThan(10);
  });

  it('stop only after the run under way', async () => {
    let isDone = false;
    const loops = new BackgroundLoops(
      [
        loop('a', async () => {
          await pause(30);
          isDone = true;
        }),
      ],
      logger,
    );
    loops.start();
    await loops.stop();
    expect(isDone).toBe(true);
  });

  it('refuse two of one name', () => {
    expect(
      () => new BackgroundLoops([loop('a', async () => undefined), loop('a', async () => undefined)], logger),
    ).toThrow('a');
  });
});
