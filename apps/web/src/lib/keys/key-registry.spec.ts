import { describe, expect, it, jest } from '@jest/globals';
import { createKeyRegistry } from './key-registry.js';

const press = (code: string, held: object = {}) =>
  ({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, preventDefault() {}, ...held }) as never;
const binding = (combo: string, run: () => void, reach?: 'dialog' | 'field') => ({
  combo,
  run,
  label: combo,
  group: 'list',
  ...(reach ? { reach } : {}),
});

describe('keys', () => {
  it('run what the last one registered asks for, and fall back when it leaves', () => {
    const page = jest.fn();
    const drawer = jest.fn();
    const keys = createKeyRegistry(() => true);
    keys.add([binding('KeyJ', page)]);
    const leave = keys.add([binding('KeyJ', drawer)]);
    keys.press(press('KeyJ'), 'page', 0);
    leave();
    keys.press(press('KeyJ'), 'page', 1);
    expect([drawer.mock.calls.length, page.mock.calls.length]).toEqual([1, 1]);
  });

  it('run two keys in a row, not the second alone, not too late', () => {
    const go = jest.fn();
    const keys = createKeyRegistry(() => true);
    keys.add([binding('KeyG KeyI', go)]);
    keys.press(press('KeyI'), 'page', 0);
    keys.press(press('KeyG'), 'page', 10);
    keys.press(press('KeyI'), 'page', 5_000);
    expect(go).not.toHaveBeenCalled();
    keys.press(press('KeyG'), 'page', 6_000);
    keys.press(press('KeyI'), 'page', 6_500);
    expect(go).toHaveBeenCalledTimes(1);
  });

  it('leave a field alone unless they say otherwise', () => {
    const letter = jest.fn();
    const palette = jest.fn();
    const keys = createKeyRegistry(() => true);
    keys.add([binding('KeyC', letter), binding('Mod+KeyK', palette, 'field')]);
    keys.press(press('KeyC'), 'field', 0);
    keys.press(press('KeyK', { ctrlKey: true }), 'field', 1);
    expect(letter).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledTimes(1);
  });

  it('leave a dialog to itself unless they reach into it, and never into its fields', () => {
    const next = jest.fn();
    const create = jest.fn();
    const keys = createKeyRegistry(() => true);
    keys.add([binding('KeyN', next, 'dialog'), binding('KeyC', create)]);
    keys.press(press('KeyC'), 'dialog', 0);
    keys.press(press('KeyN'), 'dialog', 1);
    keys.press(press('KeyN'), 'field', 2);
    expect(create).not.toHaveBeenCalled();
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('stay silent as single letters when those are switched off', () => {
    const letter = jest.fn();
    const escape = jest.fn();
    const keys = createKeyRegistry(() => false);
    keys.add([binding('KeyC', letter), binding('Escape', escape)]);
    keys.press(press('KeyC'), 'page', 0);
    keys.press(press('Escape'), 'page', 1);
    expect(letter).not.toHaveBeenCalled();
    expect(escape).toHaveBeenCalledTimes(1);
  });
});
