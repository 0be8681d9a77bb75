import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import type { Person, TestWorkspace } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

const PASSWORD = 'bread salt and olives';
const everywhere = { workspaceId: null, userId: null, memberId: null, sees: [] } as const;

describe('invitations', () => {
  let api: TestApi;
  let here: TestWorkspace;
  let admin: Person;
  let manager: Person;
  let count = 0;

  beforeAll(async () => {
    api = await startTestApi({ variables: { PUBLIC_URL: 'http://uptake.test' } });
    here = await api.world.workspace('here');
    admin = await api.world.person(here, 'amal', 'admin');
    manager = await api.world.person(here, 'karim', 'manager');
  });
  afterAll(() => api?.stop());

  const address = () => `newcomer${(count += 1)}@example.org`;
  const invite = (email: string, roles = ['contributor']) =>
    api.as(admin).post('/workspaces/here/invitations').send({ email, roles });
  const accept = (body: object) => supertest(api.url).post('/api/v1/auth/invitations/accept').send(body);
  const mailsTo = (email: string) =>
    api.system
      .reader(everywhere)
      .query<{ subject: string; text: string; html: string; secrets: string[]; status: string }>(
        `SELECT subject, text, html, secrets, status FROM mail_message WHERE recipient = $1`,
        [email],
      );

  async function linkFor(email: string, roles?: string[]): Promise<string> {
    await invite(email, roles).expect(201);
    const mails = await mailsTo(email);
    const token = /http:\/\/uptake\.test\/invitations\/accept#([\w-]{43})/.exec(mails.at(-1)?.text ?? '')?.[1];
    if (!token) throw new Error('The mail holds no link');
    return token;
  }

  it('queue one mail with a link whose secret is known to be one, and keep its hash alone', async () => {
    const email = address();
    const token = await linkFor(email);
    const [mail, ...others] = await mailsTo(email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ status: 'queued', secrets: [token], subject: 'You are invited to here on Uptake' });
    expect(mail?.html).toContain(token);
    const tables = await Promise.all(
      ['invitation', 'audit_entry', 'audit_personal', 'outbox_event'].map((table) =>
        api.system.reader(everywhere).query(`SELECT t::text AS row FROM ${table} t`),
      ),
    );
    expect(JSON.stringify(tables)).not.toContain(token);
  });

  it('write mails without anybody else’s markup', async () => {
    await api.as(admin).patch('/auth/me').send({ name: 'Amal <b>&"Co"' }).expect(200);
    const email = address();
    await invite(email).expect(201);
    const [mail] = await mailsTo(email);
    expect(mail?.html).toContain('Amal &lt;b&gt;&amp;&quot;Co&quot;');
    expect(mail?.text).toContain('Amal <b>&"Co"');
    await api.as(admin).patch('/auth/me').send({ name: 'amal' }).expect(200);
  });

  it('speak Arabic in a workspace that does', async () => {
    await api.as(admin).post('/workspaces').send({ slug: 'arabi', name: 'الانتخابات', language: 'ar' }).expect(201);
    const email = address();
    await api
      .as(admin)
      .post('/workspaces/arabi/invitations')
      .send({ email, roles: ['leader'] })
      .expect(201);
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('دعوة إلى الانتخابات على Uptake');
    expect(mail?.html).toContain('dir="rtl"');
  });

  it('let a new person in with a name and a password of their own, signed in at once, with the roles they were invited for', async () => {
    const email = address();
    const token = await linkFor(email, ['reviewer', 'leader']);
    const preview = await supertest(api.url).post('/api/v1/auth/invitations/preview').send({ token }).expect(200);
    expect(preview.body).toEqual({ email, workspace: { slug: 'here', name: 'here' }, hasPassword: false });
    expect((await accept({ token }).expect(422)).body.errors.map((e: { path: string }) => e.path)).toEqual([
      'name',
      'password',
    ]);
    const browser = api.browser();
    const joined = browser.keep(await accept({ token, name: 'Noor', password: PASSWORD }).expect(200));
    expect(joined.body).toMatchObject({
      workspace: { id: here.id, slug: 'here' },
      user: { email, name: 'Noor' },
      csrfToken: expect.any(String),
    });
    const member = (await browser.get('/workspaces/here/members').expect(200)).body.items.find(
      (m: { id: string }) => m.id === joined.body.memberId,
    );
    expect(member).toMatchObject({ name: 'Noor', email, roles: ['reviewer', 'leader'], active: true });
    expect((await api.browser().signIn(email, PASSWORD)).status).toBe(200);
    expect(
      (await api.as(manager).get('/workspaces/here/invitations').expect(200)).body.items.find(
        (i: { email: string }) => i.email === email,
      ),
    ).toMatchObject({ state: 'accepted', abilities: { revoke: { reason: 'not_your_role' } } });
  });

  it('work once, also when the link is used many times at once', async () => {
    const email = address();
    const token = await linkFor(email);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => accept({ token, name: 'Noor', password: PASSWORD })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const answer of answers.filter((each) => each.status !== 200))
      expect(answer.body.code).toBe('invitation_invalid');
    expect((await accept({ token, name: 'Noor', password: PASSWORD }).expect(404)).body.code).toBe(
      'invitation_invalid',
    );
  });

  it('open no existing account by the link alone', async () => {
    const elsewhere = await api.world.workspace('elsewhere');
    const person = await api.world.person(elsewhere, 'omar', 'leader');
    await api.world.password(person, PASSWORD);
    const token = await linkFor(person.email);
    expect((await accept({ token }).expect(401)).body.code).toBe('invalid_credentials');
    expect((await accept({ token, name: 'Other', password: 'another password' }).expect(401)).body.code).toBe(
      'invalid_credentials',
    );
    expect((await supertest(api.url).post('/api/v1/auth/invitations/preview').send({ token })).body.hasPassword).toBe(
      true,
    );
    const joined = await accept({ token, password: PASSWORD }).expect(200);
    expect(joined.body.user).toMatchObject({ id: person.userId, name: 'omar' });
    expect(
      (await api.as(person).get('/workspaces').expect(200)).body.items.map((w: { slug: string }) => w.slug),
    ).toEqual(['elsewhere', 'here']);
  });

  it('are accepted without a password by the one who is signed in, and by nobody else who is', async () => {
    const elsewhere = await api.world.workspace('elsewhere-2');
    const person = await api.world.person(elsewhere, 'lina', 'leader');
    await api.world.password(person, PASSWORD);
    const token = await linkFor(person.email);
    expect((await api.as(manager).post('/auth/invitations/accept').send({ token }).expect(403)).body.code).toBe(
      'forbidden',
    );
    const browser = api.browser();
    await browser.signIn(person.email, PASSWORD);
    const { cookie, csrfToken } = browser;
    browser.csrfToken = '';
    expect((await browser.post('/auth/invitations/accept').send({ token }).expect(403)).body.code).toBe(
      'invalid_csrf_token',
    );
    browser.csrfToken = csrfToken;
    const joined = await browser.post('/auth/invitations/accept').send({ token }).expect(200);
    expect(joined.body.csrfToken).toBe(csrfToken);
    expect(joined.headers['set-cookie']).toBeUndefined();
    expect(browser.cookie).toBe(cookie);
  });

  it('are not stopped by a cookie that has expired', async () => {
    const email = address();
    const token = await linkFor(email);
    await accept({ token, name: 'Noor', password: PASSWORD })
      .set('cookie', 'uptake=a-session-that-ended-long-ago-and-is-not-here')
      .expect(200);
  });

  it('bring a deactivated member back with the new roles', async () => {
    const gone = await api.world.person(here, 'gone', 'manager');
    await api
      .as(admin)
      .patch(`/workspaces/here/members/${gone.memberId}`)
      .send({ version: 1, active: false })
      .expect(200);
    const token = await linkFor(gone.email, ['leader']);
    const joined = await api.as(gone).post('/auth/invitations/accept').send({ token }).expect(200);
    expect(joined.body.memberId).toBe(gone.memberId);
    expect((await api.as(gone).get('/auth/me')).body.memberships).toEqual([
      expect.objectContaining({ roles: ['leader'] }),
    ]);
  });

  it('end after a week, and make room for another', async () => {
    const email = address();
    const token = await linkFor(email);
    expect((await invite(email).expect(409)).body.code).toBe('already_exists');
    api.clock.advance({ days: 7, minutes: 1 });
    expect((await accept({ token, name: 'Noor', password: PASSWORD }).expect(404)).body.code).toBe(
      'invitation_invalid',
    );
    await invite(email).expect(201);
    const states = (await api.as(admin).get('/workspaces/here/invitations')).body.items
      .filter((i: { email: string }) => i.email === email)
      .map((i: { state: string }) => i.state);
    expect(states).toEqual(['open', 'revoked']);
  });

  it('stop at once when revoked', async () => {
    const email = address();
    const token = await linkFor(email);
    const { id } = (await api.as(admin).get('/workspaces/here/invitations')).body.items.find(
      (i: { email: string }) => i.email === email,
    );
    await api.as(manager).delete(`/workspaces/here/invitations/${id}`).expect(403);
    await api.as(admin).delete(`/workspaces/here/invitations/${id}`).expect(204);
    expect((await api.as(admin).delete(`/workspaces/here/invitations/${id}`).expect(409)).body.code).toBe(
      'invalid_state',
    );
    await accept({ token, name: 'Noor', password: PASSWORD }).expect(404);
    await invite(email).expect(201);
  });

  it('are sent once to an address that is invited twice at once, and never to a member', async () => {
    const email = address();
    const answers = await Promise.all([invite(email), invite(email.toUpperCase()), invite(email)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    expect(await mailsTo(email)).toHaveLength(1);
    await invite(manager.email).expect(409);
    await api
      .as(manager)
      .post('/workspaces/here/invitations')
      .send({ email: address(), roles: ['leader'] })
      .expect(403);
  });

  it('are accepted from pages of this site alone', async () => {
    const token = await linkFor(address());
    expect(
      (await accept({ token, name: 'Noor', password: PASSWORD }).set('origin', 'https://elsewhere.example').expect(403))
        .body.code,
    ).toBe('foreign_origin');
    await accept({ token, name: 'Noor', password: PASSWORD }).set('origin', 'http://uptake.test').expect(200);
  });
});
