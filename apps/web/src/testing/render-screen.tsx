import { jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import {
  RouterProvider,
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { Me } from '@uptake/contracts';
import i18next from 'i18next';
import { readFileSync, readdirSync } from 'node:fs';
import type { ReactElement } from 'react';
import { initReactI18next } from 'react-i18next';
import { Providers } from '../app/providers.js';
import { ClockProvider } from '../lib/clock.js';
import { meKey } from '../lib/query-keys.js';
import { WorkspaceProvider } from '../lib/workspace.js';
import { sampleMe } from './sample-me.js';

// jsdom neither measures nor scrolls: lists are 440 px high, each row 44, so that a virtual list draws some of its rows.
window.scrollTo = () => undefined;
Element.prototype.scrollTo = () => undefined;
Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 440 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 44 });

const locales = new URL('../locales/', import.meta.url);
const catalogue = (language: string): Record<string, object> =>
  Object.fromEntries(
    readdirSync(new URL(`${language}/`, locales))
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        file.replace('.json', ''),
        JSON.parse(readFileSync(new URL(`${language}/${file}`, locales), 'utf8')) as object,
      ]),
  );

export interface ScreenOptions {
  language?: 'en' | 'ar';
  /** Who is signed in; a programme manager of the workspace `demo` unless said otherwise. */
  me?: Me;
  /** Answers by `GET /workspaces/demo/tasks`, query left out; a function answers by the request. */
  answers?: Record<string, unknown>;
  now?: Date;
}

export interface Answered {
  status: number;
  body: unknown;
}

/** An answer of another status than 200, e.g. `answered(403, { code: 'forbidden', ... })`. */
export const answered = (status: number, body: unknown): Answered => ({ status, body });
const isAnswered = (value: unknown): value is Answered =>
  typeof value === 'object' && value !== null && 'status' in value && 'body' in value;

/** Draws a component as a screen of the workspace `demo`, with every provider it may rely on and a server of given answers. */
export async function renderScreen(screen: ReactElement, options: ScreenOptions = {}) {
  const { language = 'en', me = sampleMe, answers = {}, now = new Date('2026-05-10T09:00:00Z') } = options;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: catalogue(language) },
    interpolation: { escapeValue: false },
  });
  const requests: { method: string; url: string; body: unknown; headers: Headers }[] = [];
  globalThis.fetch = jest.fn(async (input: unknown, init?: RequestInit) => {
    const url = String(input);
    const method = init?.method ?? 'GET';
    requests.push({
      method,
      url,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body,
      headers: new Headers(init?.headers),
    });
    const name = `${method} ${url.replace('/api/v1', '').split('?')[0]}`;
    const answer = answers[name];
    const given: unknown =
      typeof answer === 'function' ? (answer as (request: unknown) => unknown)(requests.at(-1)) : answer;
    const { status, body } = isAnswered(given)
      ? given
      : given === undefined
        ? { status: 404, body: notThere }
        : { status: 200, body: given };
    return {
      ok: status < 400,
      status,
      statusText: '',
      headers: new Headers(),
      json: async () => body,
      text: async () => JSON.stringify(body),
    } as Response;
  }) as typeof fetch;
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  queryClient.setQueryData(meKey, me);
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '$', component: () => screen });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/w/demo/here'] }),
  });
  const membership = me.memberships[0];
  if (!membership) throw new Error('A screen stands in a workspace: give `me` a membership');
  const view = render(
    <Providers queryClient={queryClient} env="test">
      <ClockProvider value={() => now}>
        <WorkspaceProvider value={membership}>
          <RouterProvider router={router as never} />
        </WorkspaceProvider>
      </ClockProvider>
    </Providers>,
  );
  return { ...view, requests, router, queryClient };
}

const notThere = { type: 'about:blank', title: 'Not found', status: 404, code: 'not_found', requestId: 'req-404' };
