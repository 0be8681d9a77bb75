import { afterEach, describe, expect, it } from '@jest/globals';
import { chmodSync, chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { leftRunning, processesNaming } from '../support/processes.js';
import { itAsRoot, nobody } from './support/accounts.js';
import { endServer, startServer, type StartedServer } from './support/start-server.js';
import { removeTemporaryFolders, temporaryFolder } from './support/temporary-folder.js';

const started: StartedServer[] = [];

async function start(...given: Parameters<typeof startServer>): Promise<StartedServer> {
  const server = await startServer(...given);
  started.push(server);
  return server;
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const server of started.splice(0)) await endServer(server);
  removeTemporaryFolders();
});

describe('a server on a data folder', () => {
  it('keeps its data and its password from one start to the next', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    await query(first.url, 'CREATE TABLE note AS SELECT 42 AS answer');
    await endServer(first);
    const second = await start(folder);
    expect(await query(second.url, 'SELECT answer FROM note')).toEqual([{ answer: 42 }]);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
  });

  it('lets nobody but its owner read the password, and refuses others', async () => {
    const folder = temporaryFolder();
    const server = await start(folder);
    expect(statSync(path.join(folder, 'postgres-password')).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(query(wrong.toString(), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('waits for the disk before it acknowledges', async () => {
    const server = await start(temporaryFolder());
    expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(server.url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('begins again where a first start was cut off half-way', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, '.uptake-data'), '');
    mkdirSync(path.join(folder, 'postgres.new', 'cluster'), { recursive: true });
    writeFileSync(path.join(folder, 'postgres.new', 'cluster', 'PG_VERSION'), '18\n');
    const server = await start(folder);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes no notice of a pid file whose number now belongs to another program', async () => {
    const folder = temporaryFolder();
    await endServer(await start(folder));
    const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${folder}/postgres\n1700000000\n5432\n\n127.0.0.1\n  1234 5\nready   \n`);
    const server = await start(folder);
    expect(server.pid).not.toBe(process.pid);
  });
});

describe('a server whose starter dies', () => {
  it('ends with a starter that was killed', async () => {
    const folder = temporaryFolder();
    const { starter } = await start(folder);
    const processes = processesNaming(folder);
    starter.kill('SIGKILL');
    expect(processes.length).toBeGreaterThan(1);
    expect(await leftRunning(processes)).toEqual([]);
  });

  it('is stopped by the next start when its keeper was killed too, and loses nothing', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    await query(first.url, 'CREATE TABLE note AS SELECT 42 AS answer');
    const lock = JSON.parse(readFileSync(path.join(folder, 'postgres.lock'), 'utf8')) as { keeper: { pid: number } };
    process.kill(lock.keeper.pid, 'SIGKILL');
    first.starter.kill('SIGKILL');
    expect(await leftRunning([lock.keeper.pid, first.starter.pid])).toEqual([]);

    const second = await start(folder);
    expect(second.pid).not.toBe(first.pid);
    expect(await leftRunning([first.pid], 0)).toEqual([]);
    expect(await query(second.url, 'SELECT answer FROM note')).toEqual([{ answer: 42 }]);
  });

  it('can be started anew at once while the old one is still stopping', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    first.starter.kill('SIGKILL');
    const second = await start(folder);
    expect(second.pid).not.toBe(first.pid);
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a second start', () => {
  it('on the same folder is refused, naming the first', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    const refusal = startServer(folder);
    await expect(refusal).rejects.toThrow(`process ${first.starter.pid}`);
    await expect(refusal).rejects.toThrow('http://localhost:3999');
    expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('at the very same moment leaves exactly one', async () => {
    const folder = temporaryFolder();
    const all = await Promise.allSettled([1, 2, 3].map(() => start(folder)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('on another folder works beside the first', async () => {
    const [first, second] = [await start(temporaryFolder()), await start(temporaryFolder())];
    expect(first.port).not.toBe(second.port);
  });
});

it('says so when the port it is told to use is taken', async () => {
  const squatter = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const { port } = squatter.address() as net.AddressInfo;
  await expect(startServer(temporaryFolder(), { port })).rejects.toThrow(`Port ${port} for PostgreSQL is taken`);
  await new Promise((resolve) => squatter.close(resolve));
});

itAsRoot('runs as an ordinary user', async () => {
  const user = nobody();
  const folder = temporaryFolder();
  chownSync(folder, user.uid, user.gid);
  const server = await start(folder, { account: user });
  expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

itAsRoot('does not run as root, and can be used by its own user afterwards', async () => {
  const user = nobody();
  const folder = temporaryFolder();
  chownSync(folder, user.uid, user.gid);
  await endServer(await start(folder, { account: user }));
  await endServer(await start(folder));
  expect(statSync(path.join(folder, 'postgres')).uid).toBe(user.uid);
  const again = await start(folder, { account: user });
  expect(await query(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

itAsRoot('refuses a folder that the database may not enter, by name', async () => {
  const home = temporaryFolder();
  chmodSync(home, 0o700);
  await expect(startServer(path.join(home, 'data'))).rejects.toThrow(/may not enter it.*--data DIR/s);
});
