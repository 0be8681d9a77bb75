import type { Person } from '../../../support/people.js';
import { TestBrowser } from '../../../support/test-browser.js';

/** As the OpenAPI document writes it, below `/api/v1`; `/healthz` and `/readyz` stand outside. */
export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

export interface WalkRequest {
  /** The ids of the path, but for the workspace's slug. */
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** A multipart upload: this text as `file`, and the fields beside it. */
  upload?: { name: string; text: string; fields: Record<string, string> };
}

export interface WalkAnswer {
  status: number;
  code: string | undefined;
  /** The body but for the request's own id. */
  text: string;
}

export type Sender = Person | TestBrowser | null;

export function pathOf(route: RouteKey, slug: string, { params = {}, query = {} }: WalkRequest): string {
  const template = route.slice(route.indexOf(' ') + 1);
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'w' ? slug : params[name];
    if (value === undefined) throw new Error(`The fixture of ${route} gives no ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  return `${/^\/(healthz|readyz)$/.test(template) ? '' : '/api/v1'}${path}${search && `?${search}`}`;
}

function credentialsOf(sender: Sender): Record<string, string> {
  if (!sender) return {};
  return sender instanceof TestBrowser
    ? { cookie: sender.cookie, 'x-csrf-token': sender.csrfToken }
    : { authorization: `Bearer ${sender.token}` };
}

function bodyOf({ body, upload }: WalkRequest): { body?: string | FormData; headers: Record<string, string> } {
  if (upload) {
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
    form.append('file', new Blob([upload.text], { type: 'text/plain' }), upload.name);
    return { body: form, headers: {} };
  }
  return body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : { headers: {} };
}

export async function send(
  url: string,
  route: RouteKey,
  slug: string,
  sender: Sender,
  request: WalkRequest,
): Promise<WalkAnswer> {
  const { body, headers } = bodyOf(request);
  const stop = new AbortController();
  const answer = await fetch(url + pathOf(route, slug, request), {
    method: route.slice(0, route.indexOf(' ')),
    headers: { ...headers, ...credentialsOf(sender) },
    signal: stop.signal,
    ...(body ? { body } : {}),
  });
  // an open stream has no end to wait for
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    stop.abort();
    return { status: answer.status, code: undefined, text: '' };
  }
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
  const problem = isProblem ? (JSON.parse(text) as { code: string; requestId: string }) : undefined;
  return { status: answer.status, code: problem?.code, text: problem ? text.replace(problem.requestId, '') : text };
}
