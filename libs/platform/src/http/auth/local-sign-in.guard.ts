import { type CanActivate, type ExecutionContext, Injectable, createParamDecorator } from '@nestjs/common';
import { Credentials } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { parseBy } from '../openapi/parse-by.js';

/** Who the credentials belong to. Throws `invalid_credentials` or `too_many_requests`. */
export abstract class CredentialCheck {
  abstract check(credentials: Credentials, network: string): Promise<string>;
}

interface SignInRequest extends FastifyRequest {
  signedInUserId?: string;
}

/**
 * Passport's local strategy. Not through @nestjs/passport: its guard keeps strategies in one place for the whole process,
 * where two applications (of a test, say) would check each other's passwords.
 */
@Injectable()
export class LocalSignInGuard implements CanActivate {
  private readonly passport = new passport.Passport();

  constructor(credentials: CredentialCheck) {
    this.passport.use(
      new Strategy(
        { usernameField: 'email', session: false, passReqToCallback: true },
        (request, _email, _password, done) => {
          credentials
            .check(parseBy(Credentials, request.body), request.ip ?? '')
            .then((userId) => done(null, { userId }), done);
        },
      ),
    );
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<SignInRequest>();
    // guards come before the pipe: what is no pair of credentials is refused here, each fault by its name
    parseBy(Credentials, request.body);
    return new Promise((resolve, reject) => {
      const finish = (error: unknown, user?: { userId: string } | false) => {
        if (error || !user) return reject((error as Error | undefined) ?? new DomainError('invalid_credentials'));
        request.signedInUserId = user.userId;
        resolve(true);
      };
      const authenticate = this.passport.authenticate('local', { session: false }, finish) as (
        request: FastifyRequest,
        reply: FastifyReply,
        next: (error?: unknown) => void,
      ) => void;
      authenticate(request, http.getResponse<FastifyReply>(), finish);
    });
  }
}

/** The id of the user whose credentials the guard has found right. */
export const SignedInUserId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { signedInUserId } = context.switchToHttp().getRequest<SignInRequest>();
  if (!signedInUserId) throw new Error('This route needs the LocalSignInGuard');
  return signedInUserId;
});
