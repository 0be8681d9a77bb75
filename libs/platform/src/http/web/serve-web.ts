import { readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where index.html waits for the nonce of its answer's Content-Security-Policy. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';
/** Addresses that are never a screen: what is unknown under them is a problem document, not the page. */
const notScreens = /^\/(api|assets)(\/|$)/u;

/**
 * Serves the built web application: its files by name (those under /assets carry a hash of their content and never change),
 * and its page for every other address a browser opens, since the router in it knows the screens.
 */
export async function serveWeb(fastify: FastifyInstance, root: string): Promise<void> {
  const page = readFileSync(path.join(root, 'index.html'), 'utf8');
  const assets = path.join(root, 'assets') + path.sep;
  await fastify.register(fastifyStatic, {
    root,
    // the files there are, each by its own route: no address is ever mapped onto the disk
    wildcard: false,
    index: false,
    globIgnore: ['**/index.html', '.vite/**'],
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, file) =>
      void reply.header('cache-control', file.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  fastify.get('/*', (request, reply) => {
    if (!opensScreen(request)) return reply.callNotFound();
    return sendPage(reply, page);
  });
}

const opensScreen = (request: FastifyRequest): boolean =>
  !notScreens.test(new URL(request.url, 'http://localhost').pathname) &&
  /text\/html|\*\/\*/u.test(request.headers.accept ?? '*/*');

/** The page names its nonce, so that the styles its components add at run time are allowed: never kept by a cache. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const { style } = (reply as FastifyReply & { cspNonce: { style: string } }).cspNonce;
  return reply
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page.replace(NONCE_PLACEHOLDER, style));
}
