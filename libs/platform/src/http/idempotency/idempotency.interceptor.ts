import { createHash, createHmac } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  HttpStatus,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { canonicalJson, DomainError } from '@uptake/domain';
import type { FastifyReply } from 'fastify';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { ENVIRONMENT, type Environment } from '../../config/environment.js';
import type { ScopedRequest } from '../scope/scoped.decorator.js';
import { openAnswer, sealAnswer } from './sealed-answer.js';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
interface Kept {
  fingerprint: Buffer;
  status: number;
  body: string;
  location: string | null;
}

/**
 * One Idempotency-Key of one user has one effect, and every repetition the same answer, byte for byte, for 24 hours.
 * The key, the effect and the answer commit in one transaction: a crash in between leaves none of them, and requests
 * that race wait on the key's unique index for the first to commit. Failures are not kept; they had no effect.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<ScopedRequest>();
    const key = request.headers['idempotency-key'];
    const { scope } = request;
    if (key === undefined || !scope || !WRITES.has(request.method)) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new DomainError('invalid_input', {
        errors: [{ path: 'Idempotency-Key', code: 'invalid', message: 'Use 1 to 200 visible ASCII characters' }],
      });
    }
    const fingerprint = fingerprintOf(request, this.environment.APP_SECRET);
    const reply = http.getResponse<FastifyReply>();
    const answer = scope.hold(async (tx) => {
      const claimed = await tx.affect(
        `INSERT INTO idempotency_key AS k (user_id, key, fingerprint, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (user_id, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = NULL, body = NULL, headers = NULL, created_at = excluded.created_at
         WHERE k.created_at < $4::timestamptz - interval '24 hours'`,
        [scope.user.id, key, fingerprint, scope.now()],
      );
      if (claimed === 0) {
        const kept = await tx.one<Kept>(
          `SELECT fingerprint, status, body, headers->>'location' AS location FROM idempotency_key WHERE user_id = $1 AND key = $2`,
          [scope.user.id, key],
        );
        return replay(kept, fingerprint, reply, this.environment.APP_SECRET);
      }
      const result: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const body = result === undefined ? '' : JSON.stringify(result);
      const location = reply.getHeader('location');
      await tx.query(
        `UPDATE idempotency_key SET status = $3, body = $4, headers = $5 WHERE user_id = $1 AND key = $2`,
        [
          scope.user.id,
          key,
          reply.statusCode,
          sealAnswer(body, this.environment.APP_SECRET),
          JSON.stringify(location ? { location } : {}),
        ],
      );
      return result;
    });
    return from(answer);
  }
}

/**
 * What tells one request from another. With a password in it under a key the database does not hold: a plain hash of words that
 * are known but for the password would let whoever reads the table guess it.
 */
function fingerprintOf(request: ScopedRequest, appSecret: string): Buffer {
  const body = request.isMultipart?.() ? '' : canonicalJson(request.body ?? null);
  const hash = hasPassword(request.body) ? createHmac('sha256', `fingerprint:${appSecret}`) : createHash('sha256');
  return hash.update(`${request.method} ${request.url}\n${body}`).digest();
}

function hasPassword(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name === 'password' || hasPassword(inner));
}

function replay(kept: Kept | undefined, fingerprint: Buffer, reply: FastifyReply, appSecret: string): unknown {
  if (!kept) throw new DomainError('idempotency_in_progress', { retryAfter: 1 });
  if (!kept.fingerprint.equals(fingerprint))
    throw new DomainError('idempotency_mismatch', { detail: 'This Idempotency-Key was used for another request' });
  void reply.status(kept.status ?? HttpStatus.OK);
  if (kept.location) void reply.header('location', kept.location);
  const body = openAnswer(kept.body, appSecret);
  return body === '' ? undefined : JSON.parse(body);
}
