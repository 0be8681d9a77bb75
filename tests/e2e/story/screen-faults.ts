import type { Page } from 'playwright-core';
import { barriers, namelessness, overflows } from '../../support/screen-checks.js';
import { Words } from './words.js';

const english = new Words('en');

interface Asked {
  direction: 'ltr' | 'rtl';
  navigation: string;
  /** What English texts look like, and which Latin words the screen's own catalogue has; null where the screen speaks English. */
  foreign: { patterns: string[]; known: string[] } | null;
}

/** What is wrong with the screen before somebody, whatever it shows: wrong side, too wide, not in their language, barred to some. */
export async function screenFaults(page: Page, words: Words): Promise<string[]> {
  const isEnglish = words.language === 'en';
  const own = new Set(words.patterns());
  const known = [...own].flatMap((pattern) => pattern.match(/[A-Za-z]{2,}/g) ?? []);
  const asked: Asked = {
    direction: isEnglish ? 'ltr' : 'rtl',
    navigation: words.say('nav.main'),
    foreign: isEnglish ? null : { patterns: english.patterns().filter((pattern) => !own.has(pattern)), known },
  };
  return [
    ...(await page.evaluate(lookAt, asked)),
    ...(await overflows(page)),
    ...(await namelessness(page)),
    ...(await barriers(page)),
  ];
}

/** Runs in the page. */
function lookAt({ direction, navigation, foreign }: Asked): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.dir !== direction) faults.push(`the page runs ${root.dir}`);
  const places = document.querySelector(`nav[aria-label="${navigation}"]`)?.getBoundingClientRect();
  const middle = window.innerWidth / 2;
  if (!places || places.width === 0) faults.push('the main navigation is not in sight');
  else if (direction === 'rtl' ? places.left < middle : places.right > middle)
    faults.push('the main navigation stands on the wrong side');
  return foreign ? [...faults, ...foreignWords(foreign)] : faults;

  function foreignWords({ patterns, known }: NonNullable<Asked['foreign']>): string[] {
    const whole = patterns.map((pattern) => new RegExp(`^${pattern}$`, 'u'));
    const fixed = whole.filter((_, i) => !patterns[i]?.includes('.+'));
    // people's words in a sentence of the product are set apart in it
    const ofTheProduct = (text: string): string => text.replace(/\u2068[^\u2069]*\u2069/g, '…');
    const latin = (text: string): string[] =>
      (text.replace(/\u2068[^\u2069]*\u2069/g, ' ').match(/[A-Za-z]{2,}/g) ?? []).filter(
        (word) => !known.includes(word),
      );
    const marked =
      'bdi, code, kbd, [dir=auto], [dir=ltr], [translate=no], [aria-hidden=true], body [lang], [class*=Pill-label]';
    const writtenText = [...document.querySelectorAll<HTMLElement>('bdi, [dir=auto], input, textarea')]
      .map((one) =>
        one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.value : one.textContent,
      )
      .join('\n');
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = node.nodeValue?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || !element || element.closest('script, style') || !element.checkVisibility()) continue;
      if (element.closest(marked)) {
        if (!element.closest('[lang=en], code') && fixed.some((one) => one.test(text))) found.push(text);
      } else if (latin(text).length > 0 || whole.some((one) => one.test(ofTheProduct(text))))
        found.push(
          `${text} (${element.localName} in ${element.closest('section, dialog, header, li, tr, [role]')?.localName})`,
        );
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (element.closest('[aria-hidden=true], code')) continue;
        const text = element.getAttribute(name) ?? '';
        const isBare = latin(text).length > 0 && !/\p{Script=Arabic}/u.test(text) && !writtenText.includes(text);
        if (isBare || whole.some((one) => one.test(ofTheProduct(text)))) found.push(`${name}="${text}"`);
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement>(
      'input:not([type=date], [type=radio], [type=checkbox], [type=hidden], [lang=en])',
    ))
      if (fixed.some((one) => one.test(field.value))) found.push(`value="${field.value}"`);
    return [...new Set(found)].map((text) => `not in the reader's language: ${text}`);
  }
}
