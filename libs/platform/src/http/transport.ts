/** Request and reply for the few controllers that stream: features know the transport by these names alone. */
export type { FastifyReply as HttpReply, FastifyRequest as HttpRequest } from 'fastify';
