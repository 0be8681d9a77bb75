import type { Direction } from '@uptake/contracts';

const rightToLeftLanguages = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'syrc', 'thaa']);

/** The direction of a language tag (BCP 47); a script subtag has the last word (`az-Arab`, `ks-Deva`). */
export function directionOf(language: string): Direction {
  const [base = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  const isRightToLeft = script ? rightToLeftScripts.has(script) : rightToLeftLanguages.has(base);
  return isRightToLeft ? 'rtl' : 'ltr';
}
