import type { z } from 'zod';
import { checked, headersOf, queryString, type CallOptions } from './api.js';
import { ApiProblem, readProblem } from './api-problem.js';

export interface UploadOptions extends CallOptions {
  /** Share sent, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Sends a multipart form and tells how far it is; `fetch` cannot, so this is the one place with an XMLHttpRequest. */
export function upload<S extends z.ZodType>(
  to: string,
  schema: S,
  form: FormData,
  options: UploadOptions = {},
): Promise<z.output<S>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${to}${queryString(options.query)}`);
    for (const [name, value] of Object.entries(headersOf('POST', form, options))) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('error', () =>
      reject(new ApiProblem({ code: 'unreachable', status: 0, title: 'No connection' })),
    );
    request.addEventListener('abort', () => reject(new DOMException('Upload stopped', 'AbortError')));
    request.addEventListener('load', () => {
      const answer = new Response(request.status === 204 ? null : request.responseText, {
        status: request.status,
        headers: { 'retry-after': request.getResponseHeader('retry-after') ?? '' },
      });
      const settle = answer.ok
        ? answer.json().then((body) => checked(schema, body, to) as z.output<S>)
        : readProblem(answer).then((problem) => Promise.reject(problem));
      settle.then(resolve, reject);
    });
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
