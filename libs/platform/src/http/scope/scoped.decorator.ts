import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Scope } from './scope.js';

export interface ScopedRequest extends FastifyRequest {
  scope?: Scope;
}

/** Hands a controller its request's scope: a WorkspaceScope below `/workspaces/:w`, a Scope elsewhere. */
export const Scoped = createParamDecorator((_: unknown, context: ExecutionContext): Scope => {
  const { scope } = context.switchToHttp().getRequest<ScopedRequest>();
  if (!scope) throw new Error('This route is public: it has no scope');
  return scope;
});

/** Hands a controller the scope of a route marked `SignInOptional`; undefined when nobody is signed in. */
export const MaybeScoped = createParamDecorator(
  (_: unknown, context: ExecutionContext): Scope | undefined =>
    context.switchToHttp().getRequest<ScopedRequest>().scope,
);

/** Ties together what one request did, where there is no scope to say it. */
export const Correlation = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => context.switchToHttp().getRequest<ScopedRequest>().id,
);
