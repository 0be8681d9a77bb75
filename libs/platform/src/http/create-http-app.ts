import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { MAX_BRIEF_CHARS, MAX_EVIDENCE_BYTES } from '@uptake/contracts';
import type { FastifyInstance } from 'fastify';
import type { Environment } from '../config/environment.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { openApiDocument } from './openapi/document.js';
import { serveApiDocs } from './web/serve-api-docs.js';
import { serveWeb } from './web/serve-web.js';
import { webRoot } from './web/web-root.js';

export const API_PREFIX = 'api/v1';

/** What PATCH takes is a merge patch (RFC 7396): it may say so, and is read as the JSON it is. */
function takeMergePatches(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    fastify.getDefaultJsonParser('error', 'error'),
  );
}

/** Nest on Fastify with everything every route relies on: ids, limits, headers, cookies, uploads, validation, problems, OpenAPI; and the web beside the API. */
export async function createHttpApp(
  root: Type | DynamicModule,
  environment: Environment,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: environment.TRUST_PROXY,
    // four bytes a character in the worst case, and the JSON around it
    bodyLimit: MAX_BRIEF_CHARS * 4 + 64 * 1024,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // who waits for an answer when we are asked to stop gets it; live streams end by themselves
    forceCloseConnections: 'idle',
    connectionTimeout: 0,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 300 },
  });
  const fastify = adapter.getInstance();
  await fastify.register(cookie as never);
  await fastify.register(helmet as never, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: environment.PUBLIC_URL.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await fastify.register(multipart as never, {
    limits: { fileSize: MAX_EVIDENCE_BYTES, files: 10, fields: 20, fieldSize: 10_000, parts: 30 },
  });
  await fastify.register(rateLimit as never, { global: false });
  takeMergePatches(fastify as never);
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter as never, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: ['healthz', 'readyz'] });
  const document = openApiDocument(app);
  fastify.get(
    '/api/openapi.json',
    (_request, reply) => void reply.header('content-type', 'application/json; charset=utf-8').send(document),
  );
  await serveApiDocs(fastify as never);
  const webFolder = webRoot(environment);
  if (webFolder) await serveWeb(fastify as never, webFolder);
  app.get<Logger>(LOGGER).debug({ webFolder }, 'application created');
  return app;
}
