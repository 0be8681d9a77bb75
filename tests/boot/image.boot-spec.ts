import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from './support/free-port.js';
import { type StartedServer, endServer, startServer } from './support/start-server.js';
import { removeTemporaryFolders, temporaryFolder } from './support/temporary-folder.js';

const entrypoint = fileURLToPath(new URL('../../docker/entrypoint.sh', import.meta.url));

describe('the commands of the image, without Docker', () => {
  let database: StartedServer;
  let env: Record<string, string>;
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    const folder = temporaryFolder();
    database = await startServer(folder);
    env = {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      APP_SECRET: 'as long as it is random',
      DATABASE_URL: database.url,
      STORAGE_DIR: `${folder}-files`,
    };
  });
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
  });
  afterAll(async () => {
    await endServer(database);
    removeTemporaryFolders();
  });

  /** Runs the image's entry point as Docker would; resolves at its end. */
  function run(words: string[], more: Record<string, string> = {}) {
    const child = spawn(entrypoint, words, { cwd: '/', env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (printed += text.toString()));
    const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
      child.once('close', (code) => {
        running.delete(child);
        resolve({ code, printed });
      });
    });
    return { child, ended };
  }

  const answers = (url: string) =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );

  it('say what they are to who calls another', async () => {
    const { code, printed } = await run(['dance']).ended;
    expect(code).toBe(2);
    expect(printed).toContain('serve | worker | migrate');
  });

  it('migrate, once', async () => {
    expect(await run(['migrate']).ended).toMatchObject({ code: 0, printed: expect.stringContaining('applied') });
    expect(await run(['migrate']).ended).toEqual({ code: 0, printed: 'up to date\n' });
  });

  it.each([
    ['serve', 'PORT', 'readyz'],
    ['worker', 'METRICS_PORT', 'metrics'],
  ])('%s until they are asked to stop', async (command, portName, path) => {
    const port = String(await freePort());
    const { child, ended } = run([command], { [portName]: port });
    let hasEnded = false;
    void ended.then(() => (hasEnded = true));
    while (!hasEnded && !(await answers(`http://127.0.0.1:${port}/${path}`))) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('name every fault of the configuration at once', async () => {
    const { code, printed } = await run(['serve'], { APP_SECRET: 'short', PORT: 'none' }).ended;
    expect(code).not.toBe(0);
    expect(printed).toContain('APP_SECRET');
    expect(printed).toContain('PORT');
  });
});
