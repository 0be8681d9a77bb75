import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: object): Promise<{
    violations: Array<{
      id: string;
      impact: string;
      nodes: Array<{ target: string[]; any: Array<{ message: string }> }>;
    }>;
  }>;
}

/** Axe's findings that keep people out, serious and critical ones: `rule at place: why`. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    // this rule counts decoration that is hidden from assistive technology (initials, key hints) among the visible words
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
    const found = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
    // what is laid out only once it comes near has no size yet: its box is a guess, which its neighbours overlap
    const isLaidOut = ({ target }: { target: string[] }): boolean =>
      document.querySelector(target[0] ?? '')?.checkVisibility({ contentVisibilityAuto: true }) ?? true;
    // what is scrolled half under a sticky head or bar is as large as it is once it is scrolled clear
    const staysSmall = ({ target }: { target: string[] }): boolean => {
      const element = document.querySelector(target[0] ?? '');
      if (!element) return true;
      const scrolled = scrollersOf(element).map((one) => [one, one.scrollTop] as const);
      element.scrollIntoView({ block: 'center' });
      const isWhole = isClear(element);
      for (const [one, top] of scrolled) one.scrollTop = top;
      return !isWhole;
    };
    return found.flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => id !== 'target-size' || (isLaidOut(node) && staysSmall(node)))
        .map((node) => `${id} at ${node.target.join(' ')}: ${node.any[0]?.message ?? ''}`),
    );

    function scrollersOf(element: Element): Element[] {
      const over: Element[] = [];
      for (let one = element.parentElement; one; one = one.parentElement) over.push(one);
      return over;
    }

    /** 24 by 24 CSS pixels about its middle, all of which a finger would hit it at. */
    function isClear(element: Element): boolean {
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width < 24 || height < 24) return false;
      return [-11, 0, 11].every((dx) =>
        [-11, 0, 11].every((dy) => {
          const hit = document.elementFromPoint(left + width / 2 + dx, top + height / 2 + dy);
          return hit !== null && (element.contains(hit) || hit.contains(element));
        }),
      );
    }
  });
}

/** What sticks out of the page to the side, so that the whole page scrolls; nothing where it does not. */
export function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return [];
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > root.clientWidth + 0.5 || left < -0.5);
    });
    return [
      `the page scrolls by ${over} px, e.g. for ${out
        .slice(0, 3)
        .map((one) => `<${one.localName} class="${one.getAttribute('class') ?? ''}">`)
        .join(', ')}`,
    ];
  });
}

/** A page says by one h1 and by its title what it is. */
export async function namelessness(page: Page): Promise<string[]> {
  const headings = await page.locator('h1').allTextContents();
  const title = await page.title();
  return [
    ...(headings.length === 1 && headings[0]?.trim() ? [] : [`h1: ${JSON.stringify(headings)}`]),
    ...(title.trim() ? [] : ['no title']),
  ];
}

/**
 * Latin words in what the product itself says, for screens in Arabic. What people wrote is marked (`bdi`, `dir`, another
 * `lang`, `translate="no"`), keys and code are themselves; `written` are pieces of people's words in unmarked places.
 */
export function latinWords(page: Page, written: readonly string[] = []): Promise<string[]> {
  return page.evaluate((known) => {
    const marked =
      'bdi, [dir="auto"], [dir="ltr"], [translate="no"], [lang]:not([lang|="ar"]), kbd, code, pre, script, style, noscript, textarea, input';
    // the product's own name, and formats that have no other
    const allowed = [
      'Uptake',
      'PDF',
      'XLSX',
      'CSV',
      'DOCX',
      'HTML',
      'TXT',
      'API',
      'SHA',
      'USD',
      'Ctrl',
      'Esc',
      'Enter',
      'Cmd',
    ];
    const found = new Set<string>();
    const read = (text: string, place: string) => {
      // what is put into a sentence from elsewhere stands between the marks of an isolate
      const rest = known.reduce(
        (left, one) => left.replaceAll(one, ' '),
        text.replace(/\u2068[^\u2069]*\u2069/gu, ' '),
      );
      const words = (rest.match(/\p{Script=Latin}{2,}/gu) ?? []).filter((word) => !allowed.includes(word));
      if (words.length > 0) found.add(`Latin words in ${place}: ${text.trim().slice(0, 60)}`);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (parent && !parent.closest(marked) && parent.checkVisibility())
        read(texts.currentNode.textContent ?? '', parent.localName);
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description']) {
      for (const element of document.body.querySelectorAll(
        `[${name}]:not([aria-hidden="true"] *, [aria-hidden="true"])`,
      )) {
        if (element.checkVisibility() && !element.closest('code, [dir="ltr"]'))
          read(element.getAttribute(name) ?? '', name);
      }
    }
    // a page is named after its heading, which may be what somebody wrote
    const headings = [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? '');
    read(
      headings.reduce((left, one) => left.replaceAll(one, ' '), document.title),
      'title of the page',
    );
    return [...found];
  }, written);
}

/** Keeps what the browser complains of: errors of the console, of scripts and of the content policy. Call it before the first page. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Everything above that can be seen in a page as it stands. */
export async function faultsOf(page: Page, written: readonly string[] = []): Promise<string[]> {
  const isArabic = (await page.locator('html').getAttribute('lang')) === 'ar';
  return [
    ...(await barriers(page)),
    ...(await overflows(page)),
    ...(await namelessness(page)),
    ...(isArabic ? await latinWords(page, written) : []),
  ];
}
