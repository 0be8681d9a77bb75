import { describe, expect, it } from '@jest/globals';
import { contrast } from './contrast.js';
import { darkColors, lightColors, tones } from './palette.js';

describe.each([
  ['light', lightColors],
  ['dark', darkColors],
] as const)('the %s palette', (_name, colors) => {
  const grounds = [colors.paper, colors.surface, colors.sunken];

  it.each(['ink', 'inkSoft', 'inkFaint', 'accent'] as const)('keeps %s readable on every ground', (name) => {
    for (const ground of grounds) expect(contrast(colors[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...tones])('keeps the %s tone readable on its own fill and on every ground', (tone) => {
    const { text, fill } = colors.tones[tone];
    for (const ground of [fill, ...grounds]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps body text readable where the accent marks a selection', () => {
    expect(contrast(colors.ink, colors.accentFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors.inkFaint, colors.accentFill)).toBeGreaterThanOrEqual(4.5);
  });
});

it('measures black on white as 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
});
