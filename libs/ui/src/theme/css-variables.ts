import type { CSSVariablesResolver } from '@mantine/core';
import { darkColors, lightColors, tones, type SchemeColors } from './palette.js';

/** `--up-*` for our own styles, and Mantine's variables led to the same colours. */
function schemeVariables(colors: SchemeColors): Record<string, string> {
  const variables: Record<string, string> = {
    '--up-paper': colors.paper,
    '--up-surface': colors.surface,
    '--up-sunken': colors.sunken,
    '--up-rule': colors.rule,
    '--up-rule-strong': colors.ruleStrong,
    '--up-ink': colors.ink,
    '--up-ink-soft': colors.inkSoft,
    '--up-ink-faint': colors.inkFaint,
    '--up-accent': colors.accent,
    '--up-accent-fill': colors.accentFill,
    '--up-accent-line': colors.accentLine,
    '--mantine-color-body': colors.paper,
    '--mantine-color-text': colors.ink,
    '--mantine-color-bright': colors.ink,
    '--mantine-color-dimmed': colors.inkFaint,
    '--mantine-color-placeholder': colors.inkFaint,
    '--mantine-color-anchor': colors.accent,
    '--mantine-color-default': colors.surface,
    '--mantine-color-default-hover': colors.sunken,
    '--mantine-color-default-color': colors.ink,
    '--mantine-color-default-border': colors.ruleStrong,
    '--mantine-color-error': colors.tones.danger.text,
    '--mantine-color-ink-text': colors.accent,
    '--mantine-color-ink-outline': colors.accent,
    '--mantine-color-ink-light': colors.accentFill,
    '--mantine-color-ink-light-hover': colors.accentFill,
    '--mantine-color-ink-light-color': colors.accent,
    '--mantine-color-red-text': colors.tones.danger.text,
    '--mantine-color-red-filled': '#a83232',
    '--mantine-color-red-filled-hover': '#8f2a2a',
    '--mantine-color-red-outline': colors.tones.danger.text,
    '--mantine-color-red-light': colors.tones.danger.fill,
    '--mantine-color-red-light-hover': colors.tones.danger.fill,
    '--mantine-color-red-light-color': colors.tones.danger.text,
  };
  for (const tone of tones) {
    variables[`--up-${tone}-text`] = colors.tones[tone].text;
    variables[`--up-${tone}-fill`] = colors.tones[tone].fill;
    variables[`--up-${tone}-line`] = colors.tones[tone].line;
  }
  return variables;
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables(lightColors),
  dark: schemeVariables(darkColors),
});
