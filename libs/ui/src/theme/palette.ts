/**
 * The one place colours are chosen. Paper and ledger: warm neutrals, one ink-blue accent and six status tones.
 * `palette.spec.ts` proves every pairing below at WCAG AA (4.5:1) in both schemes.
 */
export const tones = ['neutral', 'active', 'waiting', 'attention', 'danger', 'success'] as const;
/** What a state means to the reader, before any colour: at rest, under way, waits on somebody, wants care, is wrong, is done. */
export type Tone = (typeof tones)[number];

export interface ToneColors {
  text: string;
  fill: string;
  line: string;
}

export interface SchemeColors {
  paper: string;
  surface: string;
  sunken: string;
  rule: string;
  ruleStrong: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  accent: string;
  accentFill: string;
  accentLine: string;
  tones: Record<Tone, ToneColors>;
}

export const lightColors: SchemeColors = {
  paper: '#fbfaf7',
  surface: '#ffffff',
  sunken: '#f4f1ea',
  rule: '#e6e1d7',
  ruleStrong: '#cbc4b6',
  ink: '#1d2229',
  inkSoft: '#474e59',
  inkFaint: '#636a75',
  accent: '#2a4a8c',
  accentFill: '#e8edf7',
  accentLine: '#b4c4e4',
  tones: {
    neutral: { text: '#474e59', fill: '#f0ede6', line: '#d6d0c4' },
    active: { text: '#2a4a8c', fill: '#e8edf7', line: '#b4c4e4' },
    waiting: { text: '#5a3d89', fill: '#f0eaf8', line: '#cdbde6' },
    attention: { text: '#774800', fill: '#fbf0d9', line: '#e3c78c' },
    danger: { text: '#992b2b', fill: '#fbe9e7', line: '#ebb8b2' },
    success: { text: '#1c5e3e', fill: '#e4f2e9', line: '#a8d2b9' },
  },
};

export const darkColors: SchemeColors = {
  paper: '#15171b',
  surface: '#1c1f24',
  sunken: '#111316',
  rule: '#2f333a',
  ruleStrong: '#4a505a',
  ink: '#e9e7e2',
  inkSoft: '#bcbfc5',
  inkFaint: '#979da7',
  accent: '#a5bdf2',
  accentFill: '#222c43',
  accentLine: '#3f5486',
  tones: {
    neutral: { text: '#bcbfc5', fill: '#272b31', line: '#474c55' },
    active: { text: '#a9c0f2', fill: '#222c43', line: '#3f5486' },
    waiting: { text: '#cfb9f3', fill: '#2d2540', line: '#57467d' },
    attention: { text: '#ebc877', fill: '#382d15', line: '#6d5824' },
    danger: { text: '#f2a9a1', fill: '#3d211f', line: '#7a3f3a' },
    success: { text: '#95d4b0', fill: '#18321f', line: '#306147' },
  },
};
