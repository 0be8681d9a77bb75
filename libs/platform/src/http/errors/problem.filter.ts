import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Problem, ProblemCode } from '@uptake/contracts';
import { DomainError, type DomainErrorDetails } from '@uptake/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../logging/logger.js';
import { domainErrorFrom } from './database-errors.js';
import { problemStatus, titleOf } from './problem-status.js';

const ofStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'route_not_found',
  405: 'method_not_allowed',
  413: 'file_too_large',
  415: 'unsupported_media_type',
  422: 'invalid_input',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** Turns whatever a request threw into one RFC 9457 document; only the unforeseen is logged as an error. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const { code, details } = this.read(thrown, request.id);
    if (reply.sent || reply.raw.headersSent) return;
    const retryAfter = details.retryAfter ?? (code === 'unavailable' ? 5 : undefined);
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    void reply
      .status(problemStatus[code])
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problemDocument(code, details, request.id));
  }

  private read(thrown: unknown, requestId: string): { code: ProblemCode; details: DomainErrorDetails } {
    if (thrown instanceof DomainError) return thrown;
    const known = domainErrorFrom(thrown);
    if (known) {
      if (known.code === 'unavailable') this.logger.warn({ requestId, err: thrown }, 'the database does not answer');
      return known;
    }
    const status =
      thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: number } | null)?.statusCode;
    const code = status === undefined ? undefined : ofStatus[status];
    if (code) return { code, details: code === 'malformed_request' ? { detail: (thrown as Error).message } : {} };
    this.logger.error({ requestId, err: thrown }, 'unforeseen failure');
    return { code: 'internal', details: {} };
  }
}

export function problemDocument(code: ProblemCode, details: DomainErrorDetails, requestId: string): Problem {
  const { detail, errors, current, grantedBy } = details;
  return {
    type: `about:blank#${code}`,
    title: titleOf(code),
    status: problemStatus[code],
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...(current === undefined ? {} : { current }),
    ...(grantedBy === undefined ? {} : { grantedBy }),
    requestId,
  };
}
