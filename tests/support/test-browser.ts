import supertest from 'supertest';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a browser does about a session: keeps the cookie it was given, and sends the CSRF token it was told. */
export class TestBrowser {
  cookie = '';
  csrfToken = '';

  constructor(private readonly url: string) {}

  request(method: Method, route: string): supertest.Test {
    const test = supertest(this.url)[method](`/api/v1${route}`);
    if (this.cookie) test.set('cookie', this.cookie);
    if (this.csrfToken) test.set('x-csrf-token', this.csrfToken);
    return test;
  }

  get(route: string): supertest.Test {
    return this.request('get', route);
  }

  post(route: string): supertest.Test {
    return this.request('post', route);
  }

  delete(route: string): supertest.Test {
    return this.request('delete', route);
  }

  async signIn(email: string, password: string): Promise<supertest.Response> {
    return this.keep(await this.request('post', '/auth/login').send({ email, password }));
  }

  /** Takes what an answer gives a browser: cookie and token. */
  keep(answer: supertest.Response): supertest.Response {
    const [given] = (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
    if (given) this.cookie = given.split(';')[0] ?? '';
    const { csrfToken } = answer.body as { csrfToken?: string | null };
    if (csrfToken) this.csrfToken = csrfToken;
    return answer;
  }
}
