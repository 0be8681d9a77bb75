import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const DOCS = '/api/docs';
const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const page = (nonce: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Uptake API</title>
    <link rel="icon" type="image/png" href="${DOCS}/assets/favicon-32x32.png" />
    <link rel="stylesheet" href="${DOCS}/assets/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="${DOCS}/assets/swagger-ui-bundle.js"></script>
    <script nonce="${nonce}">
      SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'none', validatorUrl: null, persistAuthorization: false });
    </script>
  </body>
</html>
`;

/** A page to read and try the OpenAPI document, whole from this server: the interface of Swagger without its own page, whose inline styles the policy refuses. */
export async function serveApiDocs(fastify: FastifyInstance): Promise<void> {
  const root = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await fastify.register(fastifyStatic, {
    root,
    prefix: `${DOCS}/assets/`,
    allowedPath: (file) => files.includes(file.slice(1)),
    decorateReply: false,
    index: false,
  });
  fastify.get(DOCS, (_request, reply) => {
    const { script } = (reply as FastifyReply & { cspNonce: { script: string } }).cspNonce;
    return reply.type('text/html; charset=utf-8').send(page(script));
  });
}
