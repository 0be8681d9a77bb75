import { expect, it } from '@jest/globals';
import { contrast } from './contrast.js';
import { darkColors, lightColors } from './palette.js';
import { theme } from './theme.js';

it('writes white on the accent so that it can be read, and sets the accent off from its ground', () => {
  const shade = theme.primaryShade as { light: number; dark: number };
  for (const [name, ground] of [
    ['light', lightColors.paper],
    ['dark', darkColors.paper],
  ] as const) {
    const fill = theme.colors?.['ink']?.[shade[name]] ?? '';
    expect(contrast('#ffffff', fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ground, fill)).toBeGreaterThanOrEqual(3);
  }
});
