import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runCommand } from '@uptake/cli';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('uptake user create', () => {
  let api: TestApi;
  let folder: string;
  const before = { url: process.env['DATABASE_URL'], secret: process.env['APP_SECRET'] };

  beforeAll(async () => {
    api = await startTestApi();
    folder = mkdtempSync(path.join(os.tmpdir(), 'uptake-user-'));
    process.env['DATABASE_URL'] = api.ownerUrl;
    process.env['APP_SECRET'] = api.appSecret;
  });
  afterAll(async () => {
    for (const [name, value] of [
      ['DATABASE_URL', before.url],
      ['APP_SECRET', before.secret],
    ] as const) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true, force: true });
    await api?.stop();
  });

  /** What the command printed, by the first word of each line. */
  async function create(...options: string[]): Promise<Record<string, string>> {
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      expect(await runCommand(['user', 'create', ...options, '--data', folder])).toBe(0);
      return Object.fromEntries(log.mock.calls.map(([line]) => /^(\w+) +(.*)$/.exec(String(line))?.slice(1) ?? []));
    } finally {
      log.mockRestore();
    }
  }

  it('lets the first person in, who makes a workspace and administers it', async () => {
    const { password = '' } = await create('--email', 'First@Example.org', '--name', 'Rana');
    const browser = api.browser();
    expect((await browser.signIn('first@example.org', password)).body.user).toMatchObject({
      name: 'Rana',
      email: 'first@example.org',
    });
    await browser.post('/workspaces').send({ slug: 'rana', name: 'Rana' }).expect(201);
  });

  it('makes a new person a member with their roles, and an existing one keeps their password', async () => {
    const here = await api.world.workspace('here');
    const admin = await api.world.person(here, 'amal', 'admin');
    const { password = '' } = await create(
      '--email',
      'new@example.org',
      '--name',
      'Noor',
      '--workspace',
      'here',
      '--roles',
      'manager, reviewer',
    );
    const members = (await api.as(admin).get('/workspaces/here/members')).body.items;
    expect(members.find((m: { email: string }) => m.email === 'new@example.org')).toMatchObject({
      name: 'Noor',
      roles: ['manager', 'reviewer'],
    });
    await api.world.workspace('there');
    expect(await create('--email', 'new@example.org', '--name', 'Noor', '--workspace', 'there')).toMatchObject({
      password: 'as before',
    });
    const browser = api.browser();
    await browser.signIn('new@example.org', password);
    expect(
      (await browser.get('/auth/me').expect(200)).body.memberships.map((m: { roles: string[] }) => m.roles),
    ).toEqual([['manager', 'reviewer'], ['contributor']]);
  });

  it('makes no account when the workspace is not there, and says what is wrong with the words', async () => {
    await expect(create('--email', 'x@example.org', '--name', 'X', '--workspace', 'nowhere')).rejects.toThrow(
      'There is no workspace nowhere',
    );
    expect((await api.browser().signIn('x@example.org', 'anything')).status).toBe(401);
    await create('--email', 'x@example.org', '--name', 'X');
    await expect(create('--email', 'x@example.org', '--name', 'X')).rejects.toThrow('x@example.org has an account');
    await expect(create('--name', 'X')).rejects.toThrow('--email: is needed');
    await expect(
      create('--email', 'y@example.org', '--name', 'Y', '--workspace', 'here', '--roles', 'king'),
    ).rejects.toThrow('--roles');
  });
});
