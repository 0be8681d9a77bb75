import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import type { FastifyRequest } from 'fastify';
import { ENVIRONMENT, type Environment } from '../../config/environment.js';
import { isOwnOrigin } from './own-origin.js';

/** Keeps other sites from signing a visitor in, which no CSRF token can: there is no session yet to bind one to. */
@Injectable()
export class OwnOriginGuard implements CanActivate {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers, socket } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isOwnOrigin(headers.origin, this.environment.PUBLIC_URL, socket.localPort)) {
      throw new DomainError('foreign_origin', { detail: 'This request comes from a page of another site' });
    }
    return true;
  }
}
