import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Action } from '@uptake/contracts';
import { DomainError, couldEver, rolesThatMay } from '@uptake/domain';
import { Database } from '@uptake/persistence';
import { Clock } from '../../clock/clock.js';
import { ENVIRONMENT, type Environment } from '../../config/environment.js';
import { type Credential, openScope } from '../scope/open-scope.js';
import { WorkspaceScope } from '../scope/scope.js';
import type { ScopedRequest } from '../scope/scoped.decorator.js';
import { PUBLIC_ROUTE, REQUIRED_ACTION, SIGN_IN_OPTIONAL } from './access.decorators.js';
import { isCsrfToken } from './csrf.js';
import { sessionCookieName } from './session-cookie.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Opens the request's scope: who, in which workspace; refuses cross-site writes and what no role of theirs could ever do. */
@Injectable()
export class AuthenticateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, targets)) return true;
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const credential = this.credentialOf(request);
    const isOptional = this.reflector.getAllAndOverride<boolean>(SIGN_IN_OPTIONAL, targets);
    if (!credential && isOptional) return true;
    if (!credential) throw new DomainError('unauthenticated');
    const slug = (request.params as Record<string, string> | undefined)?.['w'] ?? null;
    const scope = await openScope(this.database, this.clock, credential, slug, request.id).catch((error: unknown) => {
      // an expired cookie that the browser still sends is nobody's, where nobody is welcome too
      if (isOptional && error instanceof DomainError && error.code === 'unauthenticated') return undefined;
      throw error;
    });
    if (!scope) return true;
    if (
      credential.via === 'session' &&
      !SAFE.has(request.method) &&
      !isCsrfToken(request.headers['x-csrf-token'], scope.entry?.id ?? '', this.environment.APP_SECRET)
    ) {
      throw new DomainError('invalid_csrf_token', { detail: 'Send the csrfToken of your session as X-CSRF-Token' });
    }
    const action = this.reflector.getAllAndOverride<Action | undefined>(REQUIRED_ACTION, targets);
    if (action && scope instanceof WorkspaceScope && !couldEver(scope.member, action)) {
      throw new DomainError('forbidden', { detail: 'not_your_role', grantedBy: rolesThatMay(action) });
    }
    request.scope = scope;
    return true;
  }

  private credentialOf(request: ScopedRequest): Credential | undefined {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const [, secret] = /^Bearer ([\w.~+/-]{20,200}=*)$/i.exec(authorization) ?? [];
      return secret ? { via: 'token', secret } : undefined;
    }
    const secret = request.cookies[sessionCookieName(this.environment.PUBLIC_URL)];
    return secret ? { via: 'session', secret } : undefined;
  }
}
