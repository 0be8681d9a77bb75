import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import { systemContext } from '@uptake/persistence';
import { closeHttpApp } from '@uptake/platform';
import { Gate } from '../../support/gate.js';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('a database that goes away', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let gate: Gate;

  beforeAll(async () => {
    api = await startTestApi({
      by: async (ownerUrl) => {
        const made = await Gate.before(ownerUrl);
        gate = made.gate;
        return made.url;
      },
    });
    world = await ReviewWorld.open(api, 'river');
  });
  afterAll(async () => {
    await api?.stop();
    await gate?.shut();
  });

  it('is a 503 that says when to come back, to reads and writes alike, and mends by itself', async () => {
    const { manager } = world.people;
    const create = (title: string) =>
      world.as(manager).post('/recommendations').set('idempotency-key', `of-${title}`).send({ title, text: 'Do it.' });
    await create('Before').expect(201);
    await gate.shut();
    for (const request of [
      world.as(manager).get('/recommendations'),
      create('Meanwhile'),
      api.as(null).post('/auth/login').send({ email: manager.email, password: 'a long password' }),
    ]) {
      const { status, body, headers } = await request;
      expect([status, body.code, body.requestId !== undefined]).toEqual([503, 'unavailable', true]);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(JSON.stringify(body)).not.toMatch(/ECONN|127\.0\.0\.1|password/);
    }
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${api.url}/readyz`)).status).toBe(503);

    await gate.open();
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
    await create('Meanwhile').expect(201);
    const { body } = await world.as(manager).get('/recommendations').expect(200);
    expect(body.items.map(({ title }: { title: string }) => title).sort()).toEqual(['Before', 'Meanwhile']);
  });

  it('in the middle of many requests leaves none of them half done', async () => {
    const { manager } = world.people;
    const titles = Array.from({ length: 24 }, (_, n) => `In between ${n}`);
    const answers = Promise.all(
      titles.map((title) => world.as(manager).post('/recommendations').send({ title, text: 'Do it.' })),
    );
    await gate.shut();
    const statuses = (await answers).map(({ status }) => status);
    expect(statuses.filter((status) => ![201, 503].includes(status))).toEqual([]);
    await gate.open();
    const { body } = await world.as(manager).get('/recommendations?q=in between&limit=200').expect(200);
    const kept = new Set(body.items.map(({ title }: { title: string }) => title));
    // acknowledged is there; what was not may have been committed before its answer was lost
    for (const [n, title] of titles.entries()) if (statuses[n] === 201) expect(kept).toContain(title);
  });
});

describe('a server that is asked to stop', () => {
  it('answers who is waiting, and takes nobody new', async () => {
    const api = await startTestApi();
    const world = await ReviewWorld.open(api, 'river');
    const { manager } = world.people;
    const id = await world.recommendation();
    let isHeld: () => void = () => undefined;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (isHeld = resolve));
    const released = new Promise<void>((resolve) => (letGo = resolve));
    const holding = api.system.transaction(systemContext(world.here.id), async (tx) => {
      await tx.query(`SELECT 1 FROM item i WHERE i.workspace_id = $1 AND i.id = $2 FOR UPDATE`, [world.here.id, id]);
      isHeld();
      await released;
    });
    await held;
    const waiting = world
      .as(manager)
      .post(`/recommendations/${id}/response`)
      .send({ response: 'accepted', reason: 'Yes.' })
      .then((answer) => answer);
    const blocked = async () =>
      (await api.system.reader(systemContext(world.here.id)).query(`SELECT 1 FROM pg_locks l WHERE NOT l.granted`))
        .length > 0;
    while (!(await blocked())) await new Promise((resolve) => setTimeout(resolve, 10));
    const closing = closeHttpApp(api.app);
    while ((api.app.getHttpServer() as Server).listening) await new Promise((resolve) => setTimeout(resolve, 10));
    await expect(fetch(`${api.url}/healthz`)).rejects.toThrow();
    letGo();
    await holding;
    expect((await waiting).status).toBe(200);
    await closing;
    await api.stop();
  });

  it('cuts off in the end who never comes to one', async () => {
    const api = await startTestApi();
    const { port } = new URL(api.url);
    const net = await import('node:net');
    const socket = net.connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    const isCut = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.write(
      'POST /api/v1/auth/login HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await closeHttpApp(api.app, 200);
    await isCut;
    await api.stop();
  });
});

it('gives up on clients that never finish their headers or body', async () => {
  const api = await startTestApi();
  const { headersTimeout, requestTimeout } = api.app.getHttpServer() as Server;
  expect([headersTimeout > 0 && headersTimeout <= 60_000, requestTimeout > 0 && requestTimeout <= 120_000]).toEqual([
    true,
    true,
  ]);
  await api.stop();
});

it('takes no field in any body that its contract does not know', async () => {
  const api = await startTestApi();
  interface Schema {
    $ref?: string;
    oneOf?: Schema[];
    anyOf?: Schema[];
    type?: string;
    additionalProperties?: unknown;
  }
  type Operation = { requestBody?: { content?: Record<string, { schema?: Schema }> } };
  const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const resolve = (schema: Schema): Schema[] => {
    if (schema.$ref) return resolve(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    const several = schema.oneOf ?? schema.anyOf;
    return several ? several.flatMap(resolve) : [schema];
  };
  const loose: string[] = [];
  let bodies = 0;
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, { requestBody }] of Object.entries(operations)) {
      for (const { schema } of Object.values(requestBody?.content ?? {})) {
        bodies += 1;
        if (
          resolve(schema ?? {}).some(
            ({ type, additionalProperties }) => type === 'object' && additionalProperties !== false,
          )
        )
          loose.push(`${method} ${path}`);
      }
    }
  }
  expect(bodies).toBeGreaterThan(30);
  expect(loose).toEqual([]);
  await api.stop();
});
