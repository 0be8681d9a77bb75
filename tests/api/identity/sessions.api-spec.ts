import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import type { Person } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

const PASSWORD = 'three grey herons';

describe('sessions', () => {
  let api: TestApi;
  let person: Person;
  let other: Person;

  beforeAll(async () => {
    api = await startTestApi();
    const here = await api.world.workspace('here');
    person = await api.world.person(here, 'amal', 'admin');
    other = await api.world.person(here, 'sara', 'admin');
    await api.world.password(person, PASSWORD);
    await api.world.password(other, PASSWORD);
  });
  afterAll(() => api?.stop());

  async function signedIn(who = person): Promise<TestBrowser> {
    const browser = api.browser();
    expect((await browser.signIn(who.email, PASSWORD)).status).toBe(200);
    return browser;
  }

  it('end at sign-out, at once and for good', async () => {
    const browser = await signedIn();
    const { cookie } = browser;
    const answer = await browser.post('/auth/logout').expect(204);
    expect((answer.headers['set-cookie'] as unknown as string[])[0]).toMatch(/^uptake=; .*Expires=Thu, 01 Jan 1970/);
    await supertest(api.url).get('/api/v1/auth/me').set('cookie', cookie).expect(401);
  });

  it('end after twelve hours without use, and live on while used', async () => {
    const [used, idle] = [await signedIn(), await signedIn()];
    for (let round = 0; round < 3; round += 1) {
      api.clock.advance({ hours: 11 });
      await used.get('/auth/me').expect(200);
    }
    await idle.get('/auth/me').expect(401);
    api.clock.advance({ hours: 12, minutes: 1 });
    await used.get('/auth/me').expect(401);
  });

  it('end a week after the sign-in however much they are used', async () => {
    const browser = await signedIn();
    for (let hours = 0; hours < 166; hours += 8) {
      await browser.get('/auth/me').expect(200);
      api.clock.advance({ hours: 8 });
    }
    await browser.get('/auth/me').expect(401);
  });

  it('are listed to their owner, the present one marked, and revoked one by one from the next request on', async () => {
    const [laptop, phone] = [await signedIn(), await signedIn()];
    const listed = (await laptop.get('/auth/sessions').expect(200)).body.items as Array<{
      id: string;
      current: boolean;
    }>;
    expect(listed.filter((session) => session.current)).toHaveLength(1);
    const phones = (await phone.get('/auth/sessions')).body.items.find(
      (session: { current: boolean }) => session.current,
    );
    expect(listed.map((session) => session.id)).toContain(phones.id);
    await laptop.delete(`/auth/sessions/${phones.id}`).expect(204);
    await phone.get('/auth/me').expect(401);
    await laptop.get('/auth/me').expect(200);
    await laptop.delete(`/auth/sessions/${phones.id}`).expect(404);
  });

  it("are nobody else's to see or end", async () => {
    const [mine, theirs] = [await signedIn(), await signedIn(other)];
    const id = (await mine.get('/auth/sessions')).body.items.find(
      (session: { current: boolean }) => session.current,
    ).id;
    expect(JSON.stringify((await theirs.get('/auth/sessions')).body)).not.toContain(id);
    await theirs.delete(`/auth/sessions/${id}`).expect(404);
    await mine.get('/auth/me').expect(200);
  });

  it('refuse writes without their own CSRF token', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn(other)];
    const right = mine.csrfToken;
    for (const token of ['', 'x', theirs.csrfToken]) {
      mine.csrfToken = token;
      expect((await mine.post('/auth/tokens').send({ name: 'script' }).expect(403)).body.code).toBe(
        'invalid_csrf_token',
      );
    }
    mine.csrfToken = right;
    await mine.post('/auth/tokens').send({ name: 'script' }).expect(201);
  });

  it('other than the present one end when the password changes, and the old password with them', async () => {
    const [laptop, phone] = [await signedIn(), await signedIn()];
    const change = (current: string, password: string) =>
      laptop.request('put', '/auth/password').send({ current, password });
    expect((await change('not it at all', 'four grey herons').expect(401)).body.code).toBe('invalid_credentials');
    expect((await change(PASSWORD, 'short').expect(422)).body.errors[0].path).toBe('password');
    await change(PASSWORD, 'four grey herons').expect(204);
    await laptop.get('/auth/me').expect(200);
    await phone.get('/auth/me').expect(401);
    expect((await api.browser().signIn(person.email, PASSWORD)).status).toBe(401);
    expect((await api.browser().signIn(person.email, 'four grey herons')).status).toBe(200);
    await change('four grey herons', PASSWORD).expect(204);
  });
});

describe('personal tokens', () => {
  let api: TestApi;
  let person: Person;
  let other: Person;

  beforeAll(async () => {
    api = await startTestApi();
    const here = await api.world.workspace('here');
    person = await api.world.person(here, 'amal', 'manager');
    other = await api.world.person(here, 'sara', 'admin');
  });
  afterAll(() => api?.stop());

  it('are shown once, work as their owner, and stop from the next request on when deleted', async () => {
    const { body: issued } = await api.as(person).post('/auth/tokens').send({ name: 'reports' }).expect(201);
    expect(issued).toMatchObject({
      name: 'reports',
      token: expect.stringMatching(/^upt_[\w-]{43}$/),
      lastUsedAt: null,
      expiresAt: null,
    });
    const holder = { ...person, token: issued.token };
    expect((await api.as(holder).get('/auth/me').expect(200)).body.user.id).toBe(person.userId);
    const { token: _, ...shown } = issued;
    const listed = (await api.as(person).get('/auth/tokens').expect(200)).body.items;
    expect(listed).toContainEqual({ ...shown, lastUsedAt: expect.any(String) });
    expect(JSON.stringify(listed)).not.toContain(issued.token);
    await api.as(person).delete(`/auth/tokens/${issued.id}`).expect(204);
    await api.as(holder).get('/auth/me').expect(401);
    await api.as(person).delete(`/auth/tokens/${issued.id}`).expect(404);
  });

  it('end when they said they would', async () => {
    const { body: issued } = await api
      .as(person)
      .post('/auth/tokens')
      .send({ name: 'today', expiresAt: '2026-03-02T18:00:00Z' })
      .expect(201);
    api.clock.advance({ hours: 9, minutes: 1 });
    await api
      .as({ ...person, token: issued.token })
      .get('/auth/me')
      .expect(401);
    const late = await api
      .as(person)
      .post('/auth/tokens')
      .send({ name: 'late', expiresAt: '2026-03-02T10:00:00Z' })
      .expect(422);
    expect(late.body.errors[0].path).toBe('expiresAt');
  });

  it("are nobody else's to delete", async () => {
    const { body: issued } = await api.as(person).post('/auth/tokens').send({ name: 'mine' }).expect(201);
    await api.as(other).delete(`/auth/tokens/${issued.id}`).expect(404);
    await api
      .as({ ...person, token: issued.token })
      .get('/auth/me')
      .expect(200);
  });

  it('are given again to a repeated request, without lying readable in the database meanwhile', async () => {
    const issue = () =>
      api.as(person).post('/auth/tokens').set('idempotency-key', 'once').send({ name: 'again' }).expect(201);
    const [first, second] = [await issue(), await issue()];
    expect(second.text).toBe(first.text);
    const kept = await api.system
      .reader({ workspaceId: null, userId: null, memberId: null, sees: [] })
      .query<{ row: string }>('SELECT k::text AS row FROM idempotency_key k');
    expect(kept).toHaveLength(1);
    expect(kept[0]?.row).not.toContain(first.body.token);
  });
});

describe('a profile', () => {
  it('keeps its new name in every workspace, and the audit trail of each says so', async () => {
    const api = await startTestApi();
    try {
      const [one, two] = [await api.world.workspace('one'), await api.world.workspace('two')];
      const person = await api.world.person(one, 'amal', 'manager');
      await api.world.joins(person, two, 'reviewer');
      const changed = await api
        .as(person)
        .patch('/auth/me')
        .set('idempotency-key', 'rename')
        .send({ name: 'Amal Haddad', language: 'ar', timeZone: 'Asia/Baghdad' })
        .expect(200);
      expect(changed.body.user).toEqual({
        id: person.userId,
        email: person.email,
        name: 'Amal Haddad',
        language: 'ar',
        timeZone: 'Asia/Baghdad',
      });
      expect(changed.body.memberships.map((m: { workspace: { slug: string } }) => m.workspace.slug)).toEqual([
        'one',
        'two',
      ]);
      for (const { id, slug } of [one, two]) {
        expect(
          (await api.as(person).get(`/workspaces/${slug}/members`)).body.items.map((m: { name: string }) => m.name),
        ).toEqual(['Amal Haddad']);
        const entries = await api.system
          .reader({ workspaceId: id, userId: null, memberId: null, sees: [] })
          .query(
            `SELECT p.data FROM audit_entry a JOIN audit_personal p ON p.entry_id = a.id WHERE a.workspace_id = $1 AND a.type = 'member.changed'`,
            [id],
          );
        expect(entries).toEqual([{ data: { name: { from: 'amal', to: 'Amal Haddad' } } }]);
      }
      await api.as(person).patch('/auth/me').send({ timeZone: 'Mars/Olympus' }).expect(422);
      expect(
        (await api.as(person).patch('/auth/me').send({ email: 'x@example.org' }).expect(422)).body.errors[0],
      ).toMatchObject({ path: 'email', code: 'unknown_field' });
    } finally {
      await api.stop();
    }
  });
});
