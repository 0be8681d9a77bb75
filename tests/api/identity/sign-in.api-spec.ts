import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import type { Person, TestWorkspace } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

const PASSWORD = 'a long walk by the river';

describe('signing in', () => {
  let api: TestApi;
  let here: TestWorkspace;
  let lines: string[];

  beforeAll(async () => {
    lines = [];
    api = await startTestApi({ logTo: (line) => lines.push(line) });
    here = await api.world.workspace('here');
  });
  afterAll(() => api?.stop());

  let count = 0;
  async function newcomer(): Promise<Person> {
    const person = await api.world.person(here, `person${(count += 1)}`, 'contributor');
    await api.world.password(person, PASSWORD);
    return person;
  }
  const login = (body: unknown) =>
    supertest(api.url)
      .post('/api/v1/auth/login')
      .send(body as object);

  it('answers who it is, a CSRF token and a cookie that scripts and other sites cannot use', async () => {
    const person = await newcomer();
    const answer = await login({ email: person.email.toUpperCase(), password: PASSWORD }).expect(200);
    expect(answer.body).toEqual({
      user: { id: person.userId, email: person.email, name: person.name, language: 'en', timeZone: 'UTC' },
      csrfToken: expect.any(String),
    });
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(
      /^uptake=[\w-]{43}; Path=\/; Expires=Mon, 09 Mar 2026 09:00:00 GMT; HttpOnly; SameSite=Lax$/,
    );
  });

  it('knows who is signed in, with what they may do in each workspace', async () => {
    const person = await newcomer();
    const browser = api.browser();
    await browser.signIn(person.email, PASSWORD);
    const me = (await browser.get('/auth/me').expect(200)).body;
    expect(me).toMatchObject({ user: { id: person.userId }, csrfToken: browser.csrfToken });
    expect(me.memberships).toEqual([
      expect.objectContaining({
        memberId: person.memberId,
        workspace: { id: here.id, slug: 'here', name: 'here' },
        roles: ['contributor'],
      }),
    ]);
    expect(me.memberships[0].abilities).toMatchObject({
      'members.read': true,
      'members.change': { reason: 'not_your_role' },
      'approval.decide': { reason: 'not_your_part' },
    });
    expect((await api.as(person).get('/auth/me')).body.csrfToken).toBeNull();
  });

  it('answers a wrong password, an unknown address, a disabled account and one without a password alike', async () => {
    const [known, disabled] = [await newcomer(), await newcomer()];
    const without = await api.world.person(here, 'without', 'contributor');
    await api.system.transaction({ workspaceId: null, userId: null, memberId: null, sees: [] }, (tx) =>
      tx.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [disabled.userId]),
    );
    const answers = [
      await login({ email: known.email, password: 'wrong' }),
      await login({ email: 'nobody@example.org', password: PASSWORD }),
      await login({ email: disabled.email, password: PASSWORD }),
      await login({ email: without.email, password: PASSWORD }),
    ];
    const [first, ...others] = answers.map(({ status, body: { requestId: _, ...body }, headers }) => ({
      status,
      body,
      cookie: headers['set-cookie'],
    }));
    expect(first).toMatchObject({ status: 401, body: { code: 'invalid_credentials' }, cookie: undefined });
    for (const other of others) expect(other).toEqual(first);
  });

  it('takes as long for an address that nobody has as for a wrong password', async () => {
    const person = await newcomer();
    const median = async (email: string) => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const start = performance.now();
        await login({ email, password: 'wrong' });
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[4] ?? NaN;
    };
    const [known, unknown] = [await median(person.email), await median('somebody.else@example.org')];
    // one argon2id hash takes over 15 ms: without it the unknown address would answer several times faster
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it('names what is missing or strange, and refuses what is no JSON object', async () => {
    expect(
      (await login({ email: 'no address', password: '' }).expect(422)).body.errors.map((e: { path: string }) => e.path),
    ).toEqual(['email', 'password']);
    expect((await login({}).expect(422)).body.code).toBe('invalid_input');
    expect((await login({ email: { $ne: null }, password: ['x'] }).expect(422)).body.code).toBe('invalid_input');
    expect((await login({ email: 'a@example.org', password: 'x', role: 'admin' }).expect(422)).body.errors).toEqual([
      expect.objectContaining({ path: 'role', code: 'unknown_field' }),
    ]);
  });

  it('blocks an address after ten failures for fifteen minutes, even for the right password, and says how long', async () => {
    const person = await newcomer();
    const failures = await Promise.all(
      Array.from({ length: 14 }, () => login({ email: person.email, password: 'wrong' })),
    );
    expect(failures.filter((answer) => answer.status === 401)).toHaveLength(10);
    const blocked = await login({ email: person.email, password: PASSWORD }).expect(429);
    expect(blocked.body.code).toBe('too_many_requests');
    expect(Number(blocked.headers['retry-after'])).toBe(15 * 60);
    api.clock.advance({ minutes: 16 });
    await login({ email: person.email, password: PASSWORD }).expect(200);
  });

  it('forgets the failures of an address once its owner has signed in', async () => {
    const person = await newcomer();
    for (let round = 0; round < 3; round += 1) {
      for (let failure = 0; failure < 6; failure += 1)
        await login({ email: person.email, password: 'wrong' }).expect(401);
      await login({ email: person.email, password: PASSWORD }).expect(200);
    }
  });

  it.each(['https://elsewhere.example', 'null', 'http://localhost:1'])('refuses a page of %s', async (origin) => {
    const person = await newcomer();
    const refused = await login({ email: person.email, password: PASSWORD }).set('origin', origin).expect(403);
    expect(refused.body.code).toBe('foreign_origin');
    expect(refused.headers['set-cookie']).toBeUndefined();
  });

  it('lets its own pages sign in, by each name of this machine', async () => {
    const person = await newcomer();
    const { port } = new URL(api.url);
    for (const host of ['localhost', '127.0.0.1'])
      await login({ email: person.email, password: PASSWORD }).set('origin', `http://${host}:${port}`).expect(200);
  });

  it('ends the session whose cookie comes along, so that nobody can lay one under the person who signs in', async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const browser = api.browser();
    await browser.signIn(one.email, PASSWORD);
    const earlier = browser.cookie;
    await browser.signIn(other.email, PASSWORD);
    expect(browser.cookie).not.toBe(earlier);
    expect((await browser.get('/auth/me').expect(200)).body.user.id).toBe(other.userId);
    await supertest(api.url).get('/api/v1/auth/me').set('cookie', earlier).expect(401);
  });

  it('leaves the earlier session alone when the sign-in fails', async () => {
    const person = await newcomer();
    const browser = api.browser();
    await browser.signIn(person.email, PASSWORD);
    await browser.post('/auth/login').send({ email: person.email, password: 'wrong' }).expect(401);
    await browser.get('/auth/me').expect(200);
  });

  it('keeps neither password nor session secret in the database or the log', async () => {
    const person = await newcomer();
    const browser = api.browser();
    await browser.signIn(person.email, PASSWORD);
    await browser.post('/auth/login').send({ email: person.email, password: 'wrong secret words' });
    const secret = browser.cookie.replace('uptake=', '');
    const tables = await Promise.all(
      ['app_user', 'session', 'api_token', 'idempotency_key', 'audit_entry', 'audit_personal', 'outbox_event'].map(
        (table) =>
          api.system
            .reader({ workspaceId: null, userId: null, memberId: null, sees: [] })
            .query(`SELECT t::text AS row FROM ${table} t`),
      ),
    );
    const all = JSON.stringify(tables) + lines.join('');
    for (const word of [PASSWORD, 'wrong secret words', secret, person.token]) expect(all).not.toContain(word);
    expect(lines.join('')).toContain('application created');
  });
});

describe('signing in over https', () => {
  it('gives a cookie bound to the host, and takes its own address as origin', async () => {
    const api = await startTestApi({ variables: { PUBLIC_URL: 'https://uptake.example/' } });
    try {
      const person = await api.world.person(await api.world.workspace('here'), 'amal', 'admin');
      await api.world.password(person, PASSWORD);
      const answer = await supertest(api.url)
        .post('/api/v1/auth/login')
        .set('origin', 'https://uptake.example')
        .send({ email: person.email, password: PASSWORD })
        .expect(200);
      const [cookie] = answer.headers['set-cookie'] as unknown as string[];
      expect(cookie).toMatch(/^__Host-uptake=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await api.stop();
    }
  });
});

describe('one network trying many addresses', () => {
  it('is refused after a hundred failures, whoever it tries next, and told when to come back', async () => {
    const api = await startTestApi();
    try {
      const person = await api.world.person(await api.world.workspace('here'), 'amal', 'admin');
      await api.world.password(person, PASSWORD);
      const login = (email: string, password: string) =>
        supertest(api.url).post('/api/v1/auth/login').send({ email, password });
      const tries: number[] = [];
      for (let round = 0; round < 11; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, one) => login(`guess-${round}-${one}@example.org`, 'wrong')),
        );
        tries.push(...answers.map((answer) => answer.status));
      }
      expect(tries.filter((status) => status === 401)).toHaveLength(100);
      const refused = await login(person.email, PASSWORD).expect(429);
      expect(refused.body.code).toBe('too_many_requests');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      api.clock.advance({ minutes: 16 });
      await login(person.email, PASSWORD).expect(200);
    } finally {
      await api.stop();
    }
  });

  it('is held back by the process alone, before any password is looked at, when it floods the route', async () => {
    const api = await startTestApi();
    try {
      const answers = await Promise.all(
        Array.from({ length: 130 }, () =>
          supertest(api.url)
            .post('/api/v1/auth/login')
            .send({ email: 'a@example.org', password: 'x' })
            .set('origin', 'https://elsewhere.example'),
        ),
      );
      const held = answers.filter((answer) => answer.status === 429);
      expect(held).toHaveLength(10);
      expect(held[0]?.body).toMatchObject({ code: 'too_many_requests', requestId: expect.any(String) });
      expect(Number(held[0]?.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await api.stop();
    }
  });
});
