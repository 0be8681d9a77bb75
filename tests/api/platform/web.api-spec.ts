import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApi, startTestApi } from '../../support/test-api.js';

let api: TestApi;
let root: string;
const html = { accept: 'text/html,application/xhtml+xml' };

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'uptake-web-'));
  await mkdir(path.join(root, 'assets'));
  await mkdir(path.join(root, '.vite'));
  await writeFile(
    path.join(root, 'index.html'),
    '<meta property="csp-nonce" content="__CSP_NONCE__" /><title>Uptake</title>',
  );
  await writeFile(path.join(root, 'assets', 'start-abc123.js'), 'export {};');
  await writeFile(path.join(root, '.vite', 'manifest.json'), '{"secret":true}');
  api = await startTestApi({ variables: { WEB_ROOT: root } });
});
afterAll(async () => {
  await api.stop();
  await rm(root, { recursive: true });
});

const get = (address: string, headers: Record<string, string> = html) => fetch(`${api.url}${address}`, { headers });

describe('the web beside the API', () => {
  it.each(['/', '/w/demo/recommendations/IRQ-07?tab=tasks', '/index.html'])(
    'answers %s with the page, its nonce that of its own policy',
    async (address) => {
      const answer = await get(address);
      const nonce = /content="([0-9a-f]{32})"/u.exec(await answer.text())?.[1];
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('gives every page a nonce of its own', async () => {
    expect(await (await get('/')).text()).not.toBe(await (await get('/')).text());
  });

  it('lets browsers keep what carries its hash, for good', async () => {
    const answer = await get('/assets/start-abc123.js', {});
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await answer.text()).toBe('export {};');
  });

  it.each(['/api/nothing', '/api/v1/nothing', '/assets/gone-000.js'])(
    'answers %s with a problem, not with the page',
    async (address) => {
      const answer = await get(address);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'route_not_found' });
    },
  );

  it('answers a caller who wants JSON with a problem', async () => {
    expect((await get('/nothing', { accept: 'application/json' })).status).toBe(404);
  });

  it.each(['/.vite/manifest.json', '/..%2fpackage.json', '/assets/..%2f.vite%2fmanifest.json'])(
    'gives nothing away at %s',
    async (address) => {
      expect(await (await get(address)).text()).not.toContain('secret');
    },
  );
});

describe('the page of the API’s documentation', () => {
  it('comes whole from this server, its script allowed by its nonce', async () => {
    const answer = await get('/api/docs');
    const page = await answer.text();
    const nonce = /nonce="([0-9a-f]{32})"/u.exec(page)?.[1];
    expect(answer.headers.get('content-security-policy')).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(page).not.toMatch(/https?:\/\//u);
    for (const [, address] of page.matchAll(/(?:src|href)="([^"]+)"/gu))
      expect((await get(address ?? '')).status).toBe(200);
  });
});
