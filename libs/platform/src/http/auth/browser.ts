import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieName, sessionCookieOptions } from './session-cookie.js';

/** The other end of a sign-in: where it comes from, and the cookie it keeps. */
export class Browser {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  get address(): string {
    return this.request.ip;
  }

  get userAgent(): string {
    return (this.request.headers['user-agent'] ?? '').slice(0, 300);
  }

  sessionSecret(publicUrl: string): string | undefined {
    return this.request.cookies[sessionCookieName(publicUrl)];
  }

  keepSession(publicUrl: string, secret: string, expires: Date): void {
    void this.reply.setCookie(sessionCookieName(publicUrl), secret, sessionCookieOptions(publicUrl, expires));
  }

  forgetSession(publicUrl: string): void {
    const { expires: _, ...where } = sessionCookieOptions(publicUrl, new Date(0));
    void this.reply.clearCookie(sessionCookieName(publicUrl), where);
  }
}

export const BrowserOf = createParamDecorator((_: unknown, context: ExecutionContext): Browser => {
  const http = context.switchToHttp();
  return new Browser(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});
