import { StubbornClient } from '../faults/stubborn-client.js';
import type { Person } from '../support/people.js';

/** Tells how long each write took, repetitions included. */
export class TimedClient extends StubbornClient {
  constructor(
    url: string,
    private readonly took: (path: string, ms: number) => unknown,
  ) {
    super(url);
  }

  override async send<T>(method: 'POST' | 'PUT', person: Person, path: string, body: unknown): Promise<T> {
    const began = performance.now();
    const answer = await super.send<T>(method, person, path, body);
    this.took(path, performance.now() - began);
    return answer;
  }
}
