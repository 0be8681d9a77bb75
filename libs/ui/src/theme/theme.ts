import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ink blue, the one accent; shade 7 carries white words on paper, shade 5 on the dark ground. */
const ink: MantineColorsTuple = [
  '#eef2fa',
  '#dce4f4',
  '#b9c9e8',
  '#a5bdf2',
  '#7693d3',
  '#4a6dbb',
  '#4063ad',
  '#2a4a8c',
  '#223d75',
  '#1b305d',
];
const gray: MantineColorsTuple = [
  '#f8f6f2',
  '#f4f1ea',
  '#e6e1d7',
  '#d6d0c4',
  '#cbc4b6',
  '#959085',
  '#6f6b63',
  '#57534c',
  '#3b3834',
  '#22201d',
];
const dark: MantineColorsTuple = [
  '#e9e7e2',
  '#bcbfc5',
  '#979da7',
  '#646a74',
  '#4a505a',
  '#2f333a',
  '#1c1f24',
  '#15171b',
  '#121418',
  '#0e1012',
];

/** Latin letters come from Inter and everything it lacks (Arabic, Kurdish) from Vazirmatn, so a Latin name keeps its face in an Arabic heading. */
const fontFamily = '"Inter Variable", "Vazirmatn Variable", system-ui, sans-serif';

/** "Paper and ledger": quiet, typographic, hairlines in place of shadows. */
export const theme = createTheme({
  colors: { ink, gray, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.5' },
  headings: {
    fontFamily,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '3px', md: '5px', lg: '8px', xl: '12px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgb(20 18 12 / 8%)',
    md: '0 4px 16px -4px rgb(20 18 12 / 18%)',
    lg: '0 10px 30px -8px rgb(20 18 12 / 22%)',
    xl: '0 18px 48px -12px rgb(20 18 12 / 28%)',
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // The placeholder is an element a menu may not contain; the first item takes the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Paper: { defaultProps: { withBorder: true } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
    Modal: {
      defaultProps: { centered: false, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 620 } },
    },
    Skeleton: { defaultProps: { animate: true } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});
