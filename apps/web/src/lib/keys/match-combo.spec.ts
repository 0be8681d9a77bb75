import { describe, expect, it } from '@jest/globals';
import { isLetterKey, printCombo, spell } from './match-combo.js';

const press = (code: string, held: Partial<Parameters<typeof spell>[0]> = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('spelling a press', () => {
  it('calls Ctrl the modifier, and Cmd on a Mac', () => {
    expect(spell(press('KeyK', { ctrlKey: true }), false)).toBe('Mod+KeyK');
    expect(spell(press('KeyK', { metaKey: true }), true)).toBe('Mod+KeyK');
  });
  it('never takes the system’s own combinations for ours', () => {
    expect(spell(press('KeyK', { metaKey: true }), false)).not.toBe('KeyK');
    expect(spell(press('KeyJ', { altKey: true }), false)).not.toBe('KeyJ');
  });
});

it.each([
  ['KeyJ', true],
  ['KeyG KeyI', true],
  ['Shift+Slash', true],
  ['Mod+KeyK', false],
  ['Escape', false],
] as const)('lets %s be switched off: %s', (combo, can) => expect(isLetterKey(combo)).toBe(can));

it('prints keys as they stand on the keyboard', () => {
  expect(printCombo('Mod+KeyK', false)).toEqual(['Ctrl', 'K']);
  expect(printCombo('KeyG KeyI', false)).toEqual(['G', 'I']);
  expect(printCombo('Shift+Slash', true)).toEqual(['?']);
});
