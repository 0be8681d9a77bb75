/**
 * A key as it is pressed: `Mod+KeyK` (Ctrl, on a Mac Cmd), `Shift+Slash`, `KeyJ`, `Escape`, or two in a row: `KeyG KeyI`.
 * Names are `KeyboardEvent.code`, the place on the keyboard, so they hold under every layout, Arabic too.
 */
export type Combo = string;

export interface Press {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export const isMac = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/iu.test(navigator.platform);

/** One step of a combo as the press must spell it. */
export function spell(press: Press, mac: boolean): string {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const foreign = (mac ? press.ctrlKey : press.metaKey) || press.altKey;
  return `${foreign ? 'Other+' : ''}${mod ? 'Mod+' : ''}${press.shiftKey ? 'Shift+' : ''}${press.code}`;
}

/** Single letters and marks can be switched off (WCAG 2.1.4); keys with Mod, and Escape, Enter and arrows, stay. */
export const isLetterKey = (combo: Combo): boolean =>
  !combo.includes('Mod+') && /(^|\+| )(Key[A-Z]|Slash|Digit\d)$/u.test(combo);

const names: Record<string, string> = { Slash: '/', Escape: 'Esc', Enter: '↵', ArrowDown: '↓', ArrowUp: '↑' };

/** How a combo is printed in the list of keys, e.g. `['Ctrl', 'K']`, `['G', 'I']`, `['?']`. */
export function printCombo(combo: Combo, mac: boolean): string[] {
  if (combo === 'Shift+Slash') return ['?'];
  return combo
    .split(/[ +]/u)
    .map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (names[part] ?? part.replace(/^(Key|Digit)/u, ''))));
}
