import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TeamRepository, openDatabase, systemContext } from '@uptake/persistence';
import type { Person } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import { steps } from './fixtures/index.js';
import { type OpenApi, canCount, fetchDocument, idFieldsOf, routesOf, undescribedBodies } from './walk/document.js';
import type { Fixture, Prepared } from './walk/fixture.js';
import { type RouteKey, type Sender, type WalkAnswer, type WalkRequest, send } from './walk/request.js';
import { Side } from './walk/side.js';
import { fieldName, slipInto } from './walk/slip.js';
import { type Traces, betrayedBy, tracesOf } from './walk/traces.js';

/** The application's own filter, as every query writes it; with it taken out, row security is all that is left. */
const FILTER = /\b(\w+\.)?workspace_id = \$1\b/g;

/** What a wrong id is answered, whether it is another workspace's or nobody's: the two must not be told apart. */
const outcome = ({ status, code }: WalkAnswer) => ({ status, code });

/** Enough to see that two answers differ, and where, without pages of them. */
const brief = ({ status, text }: WalkAnswer) =>
  `${status} ${createHash('sha256').update(text).digest('hex').slice(0, 16)} ${text.slice(0, 300)}`;

/**
 * Every route of the OpenAPI document, over two workspaces and every role: nobody reaches or learns anything of the other
 * workspace by its address, by ids in the path, or by ids in the fields that the document says hold one. Each request is sent
 * with the application's filters on and off, and at last by somebody who may, so that it was no mistake that got it refused.
 */
describe('the leak walk', () => {
  let api: TestApi;
  let document: OpenApi;
  let ours: Side;
  let theirs: Side;
  let attackers: Person[];
  let former: Person;
  let isOff = false;
  let rewritten = 0;

  function rewrite(sql: string): string {
    if (!isOff) return sql;
    rewritten += 1;
    return sql.replace(FILTER, () => '$1::uuid IS NOT NULL');
  }

  beforeAll(async () => {
    api = await startTestApi({ rewrite });
    document = await fetchDocument(api.url);
    ours = await Side.open(api, 'alpha', 'heron');
    theirs = await Side.open(api, 'beta', 'kestrel');
    // one of ours has worked for them once
    const joined = await api.world.person(ours.workspace, 'farid', 'contributor');
    former = await api.world.joins(joined, theirs.workspace, 'manager');
    await theirs.call('patch', `/members/${former.memberId}`, theirs.people.admin, { version: 1, active: false });
    attackers = [...Object.values(ours.people), joined];
  }, 60_000);
  afterAll(() => api?.stop());

  const traces = (): Promise<Traces> => tracesOf(api.system, theirs, [former]);
  const ask = (route: RouteKey, slug: string, by: Sender, request: WalkRequest) =>
    send(api.url, route, slug, by, request);
  const expectNoTrace = (answer: WalkAnswer, found: Traces, request: WalkRequest) =>
    expect(betrayedBy(answer.text, found, JSON.stringify(request))).toEqual([]);

  /** The same with the application's filters on, then off. */
  async function inBothModes<T>(work: () => Promise<T>): Promise<[T, T]> {
    const on = await work();
    isOff = true;
    try {
      return [on, await work()];
    } finally {
      isOff = false;
    }
  }

  it('knows every route of the document, and no other', () => {
    expect([...new Set(steps.map((step) => step.route))].sort()).toEqual(routesOf(document).sort());
    expect(undescribedBodies(document)).toEqual([]);
  });

  describe.each(steps)('$title', ({ route, fixture }) => {
    const isInside = route.includes('{w}');
    const hasIds = /\{(?!w\})\w+\}/.test(route);

    it('is not there for people of another workspace, whatever their role', async () => {
      const request = await fixture.prepare(theirs);
      if (request.by !== null) {
        const before = await traces();
        await inBothModes(() => attack(request, before));
        expect((await traces()).fingerprint).toBe(before.fingerprint);
      }
      const control = await ask(route, theirs.slug, request.by, request);
      expect([control.status, control.text]).toEqual([request.status, expect.anything()]);
      if (!fixture.silent) expect(betrayedBy(control.text, await traces(), '')).not.toEqual([]);
    }, 60_000);

    async function attack(request: WalkRequest, found: Traces): Promise<void> {
      expect(outcome(await ask(route, theirs.slug, null, request))).toEqual({ status: 401, code: 'unauthenticated' });
      if (isInside) await Promise.all(attackers.map((attacker) => findsNoWorkspace(attacker, request, found)));
      if (hasIds) await Promise.all(attackers.map((attacker) => findsNoId(attacker, request, found)));
    }

    async function findsNoWorkspace(attacker: Person, request: WalkRequest, found: Traces): Promise<void> {
      const answer = await ask(route, theirs.slug, attacker, request);
      expect(outcome(answer)).toEqual({ status: 404, code: 'not_found' });
      expectNoTrace(answer, found, request);
    }

    /** 403 only for those whose role is refused whatever the id. */
    async function findsNoId(attacker: Person, request: WalkRequest, found: Traces): Promise<void> {
      const answer = await ask(route, ours.slug, attacker, request);
      const params = Object.fromEntries(Object.keys(request.params ?? {}).map((name) => [name, randomUUID()]));
      expect(outcome(answer)).toEqual(outcome(await ask(route, ours.slug, attacker, { ...request, params })));
      expect([403, 404]).toContain(answer.status);
      expectNoTrace(answer, found, request);
    }

    it('takes no id of another workspace in any of its fields', async () => {
      for (const field of [...idFieldsOf(document, route), ...(fixture.alsoIds ?? [])]) await slip(field, fixture);
    }, 60_000);

    async function slip(field: string, { prepare }: Fixture): Promise<void> {
      const own = await prepare(ours);
      if (own.fits?.[field] === null) return;
      const tryWith = (request: Prepared, id: string) =>
        ask(route, ours.slug, request.by, slipInto(request, field, id));
      const name = route === 'POST /notifications/read' ? 'notifications' : fieldName(field);
      const foreign = await theirs.idFor(name);
      const before = await traces();
      await inBothModes(async () => {
        const [refused, unknown] = [await tryWith(own, foreign), await tryWith(own, randomUUID())];
        expect({ field, ...outcome(refused) }).toEqual({ field, ...outcome(unknown) });
        if (route.startsWith('GET')) expect(refused.text).toBe(unknown.text);
        expectNoTrace(refused, before, { body: { foreign } });
      });
      expect((await traces()).fingerprint).toBe(before.fingerprint);
      const fresh = await prepare(ours);
      const taken = await tryWith(fresh, fresh.fits?.[field] ?? (await ours.idFor(name)));
      expect({ field, status: taken.status, text: taken.text }).toEqual({
        field,
        status: fresh.status,
        text: expect.anything(),
      });
    }

    it('shows its own people nothing of another workspace, and the same with filters on and off', async () => {
      const request = await fixture.prepare(ours);
      const found = await traces();
      if (route.startsWith('GET')) {
        const counted = canCount(document, route)
          ? { ...request, query: { ...request.query, count: 'true' } }
          : request;
        const [on, off] = await inBothModes(() =>
          Promise.all(attackers.map((reader) => ask(route, ours.slug, reader, counted))),
        );
        expect(off.map(brief)).toEqual(on.map(brief));
        for (const answer of on) {
          expect([200, 403]).toContain(answer.status);
          expectNoTrace(answer, found, request);
        }
      }
      const control = await ask(route, ours.slug, request.by, request);
      expect([control.status, control.text]).toEqual([request.status, expect.anything()]);
      expectNoTrace(control, found, request);
    }, 60_000);
  });

  describe('itself', () => {
    it('has switched filters off', () => expect(rewritten).toBeGreaterThan(1000));

    it('sees a leak where row security holds nothing back', async () => {
      const open = await openDatabase({
        ownerUrl: api.ownerUrl,
        appSecret: api.appSecret,
        as: 'system',
        poolSize: 1,
        rewrite,
      });
      try {
        const list = () => new TeamRepository().list(open.reader(systemContext(ours.workspace.id)), { limit: 200 });
        const [on, off] = await inBothModes(list);
        expect(betrayedBy(JSON.stringify(on), await traces(), '')).toEqual([]);
        expect(betrayedBy(JSON.stringify(off), await traces(), '')).not.toEqual([]);
      } finally {
        await open.close();
      }
    });
  });
});
