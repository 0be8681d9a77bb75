// Its plug-in is registered in `createHttpApp`; this lets those who only see our types know what it adds to a request.
import '@fastify/multipart';

/** Request and reply for the few controllers that stream: features know the transport by these names alone. */
export type { FastifyReply as HttpReply, FastifyRequest as HttpRequest } from 'fastify';
