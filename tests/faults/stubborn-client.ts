import { randomUUID } from 'node:crypto';
import type { Person } from '../support/people.js';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 60;

/** A client that repeats a request under one Idempotency-Key until it is answered, whatever dies in between. */
export class StubbornClient {
  /** Requests that had to be repeated. */
  repeated = 0;

  constructor(
    private readonly url: string,
    /** Called as each write goes out: the moment to strike. */
    private readonly onWrite: (path: string) => void = () => undefined,
  ) {}

  get<T>(person: Person, path: string): Promise<T> {
    return this.insist<T>('GET', person, path);
  }

  send<T>(method: 'POST' | 'PUT', person: Person, path: string, body: unknown): Promise<T> {
    return this.insist<T>(method, person, path, { body: JSON.stringify(body), key: randomUUID() });
  }

  private async insist<T>(
    method: string,
    person: Person,
    path: string,
    write?: { body: string; key: string },
  ): Promise<T> {
    const headers = {
      authorization: `Bearer ${person.token}`,
      ...(write ? { 'content-type': 'application/json', 'idempotency-key': write.key } : {}),
    };
    const deadline = performance.now() + PATIENCE_MS;
    if (write) this.onWrite(path);
    for (;;) {
      try {
        const answer = await fetch(`${this.url}/api/v1${path}`, {
          method,
          headers,
          ...(write ? { body: write.body } : {}),
          signal: AbortSignal.timeout(10_000),
        });
        const text = await answer.text();
        if (answer.ok) return JSON.parse(text || 'null') as T;
        if (answer.status < 500 && !text.includes('idempotency_in_progress'))
          throw new Refused(`${method} ${path}: ${answer.status} ${text}`);
      } catch (error) {
        if (error instanceof Refused) throw error;
        if (performance.now() > deadline) throw new Error(`${method} ${path} was never answered`, { cause: error });
      }
      this.repeated += 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** An answer that repeating does not change. */
class Refused extends Error {}
