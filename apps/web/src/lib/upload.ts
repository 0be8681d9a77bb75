import { headersOf, queryString, type CallOptions } from './api.js';
import { ApiProblem, readProblem } from './api-problem.js';

export interface UploadOptions extends CallOptions {
  /** Share sent, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Sends a multipart form and tells how far it is; `fetch` cannot, so this is the one place with an XMLHttpRequest. */
export function upload<T>(to: string, form: FormData, options: UploadOptions = {}): Promise<T> {
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
      if (answer.ok) resolve(answer.json() as Promise<T>);
      else void readProblem(answer).then(reject);
    });
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
