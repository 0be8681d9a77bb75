import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startChromium } from '../support/chromium.js';
import { type Seeded, startSeededProduct } from './seeded-product.js';

/**
 * How evenly long lists scroll in a browser on a workspace of the given size: a page's height every other frame, until so many rows
 * have passed. Prints, asserts nothing: `npm run bench:scrolling -- [--tasks 100000] [--rows 3000] [--data DIR]`, or `--url` with
 * `--seeded FILE` for a product that runs already.
 */
const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '100000' },
    rows: { type: 'string', default: '3000' },
    data: { type: 'string' },
    url: { type: 'string' },
    seeded: { type: 'string' },
  },
});

interface Scrolled {
  rows: number;
  frames: number;
  seconds: number;
  p50: number;
  p99: number;
  longest: number;
  longTasks: number;
  inDocument: number;
}

const product = values.url
  ? {
      base: values.url,
      seeded: JSON.parse(readFileSync(values.seeded ?? '', 'utf8')) as Seeded,
      stop: () => Promise.resolve(),
    }
  : await startSeededProduct({ tasks: Number(values.tasks), data: values.data });
const browser = await startChromium();
try {
  const [workspace] = product.seeded.workspaces;
  if (!workspace) throw new Error('No workspace was seeded');
  console.log(
    `${workspace.tasks} tasks, ${workspace.recommendations} recommendations; milliseconds between frames; load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(line(['list', 'rows', 'frames', 'median', 'p99', 'longest', 'over 50', 'drawn']));
  for (const [place, role] of [
    ['tasks', 'manager'],
    ['recommendations', 'manager'],
    ['inbox', 'manager'],
    ['review', 'reviewer'],
  ] as const) {
    const person = workspace.people.find(({ roles }) => roles.includes(role));
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const answer = await context.request.post(`${product.base}/api/v1/auth/login`, {
      data: { email: person?.email, password: product.seeded.password },
    });
    if (!answer.ok()) throw new Error(`${person?.email} could not sign in: ${answer.status()}`);
    const page = await context.newPage();
    await page.goto(`${product.base}/w/${workspace.slug}/${place}`);
    await page.locator('[data-index="5"]').waitFor();
    const { rows, frames, p50, p99, longest, longTasks, inDocument } = await scroll(page, Number(values.rows));
    console.log(
      line([
        place,
        String(rows),
        String(frames),
        p50.toFixed(1),
        p99.toFixed(1),
        longest.toFixed(1),
        String(longTasks),
        String(inDocument),
      ]),
    );
    await context.close();
  }
} finally {
  await browser.close();
  await product.stop();
}

/** Runs in the page: the list's own scroller, or the page where the list scrolls with it. */
function scroll(page: Page, wanted: number): Promise<Scrolled> {
  return page.evaluate(async (rowsWanted) => {
    const lastRow = (): number =>
      Number([...document.querySelectorAll('[data-index]')].at(-1)?.getAttribute('data-index') ?? 0) + 1;
    const list = document.querySelector('[data-index]')?.closest('[role=region]');
    const scroller = list && list.scrollHeight > list.clientHeight ? list : document.scrollingElement;
    if (!scroller) throw new Error('Nothing scrolls');
    const gaps: number[] = [];
    const began = performance.now();
    let last = began;
    let stood = 0;
    let inDocument = 0;
    // until the rows have passed, the list is at its end, or nothing comes any more
    for (let frame = 0; lastRow() < rowsWanted && stood < 300 && frame < 20_000; frame += 1) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      if (frame > 2) gaps.push(now - last);
      last = now;
      const before = scroller.scrollTop;
      if (frame % 2 === 0) {
        scroller.scrollTop += 350;
        stood = scroller.scrollTop === before ? stood + 1 : 0;
      }
      if (frame % 50 === 0) inDocument = Math.max(inDocument, document.querySelectorAll('[data-index]').length);
    }
    gaps.sort((a, b) => a - b);
    const at = (share: number): number => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0;
    return {
      rows: lastRow(),
      frames: gaps.length,
      seconds: (performance.now() - began) / 1_000,
      p50: at(0.5),
      p99: at(0.99),
      longest: at(1),
      longTasks: gaps.filter((gap) => gap > 50).length,
      inDocument,
    };
  }, wanted);
}

function line([list = '', ...figures]: string[]): string {
  return `${list.padEnd(18)}${figures.map((figure) => figure.padStart(9)).join('')}`;
}
