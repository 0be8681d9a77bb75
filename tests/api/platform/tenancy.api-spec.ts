import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Database,
  type TenantContext,
  type Transaction,
  identityTables,
  journal,
  newId,
  openDatabase,
  systemContext,
  tenantTables,
} from '@uptake/persistence';
import pg from 'pg';
import { type Person, type TestWorkspace, World } from '../../support/people.js';
import { type TestDatabase, createTestDatabase } from '../../support/test-database.js';

const CONNECTIONS = 3;
const at = new Date('2026-03-02T09:00:00Z');
const nobody: TenantContext = { workspaceId: null, userId: null, memberId: null, sees: [] };
const COUNT = 'SELECT count(*)::int AS n FROM team';

describe('the wall between workspaces', () => {
  let base: TestDatabase;
  let app: Database;
  let system: Database;
  let owner: pg.Client;
  let one: TestWorkspace;
  let two: TestWorkspace;
  let people: Map<string, Person>;

  function within({ id }: TestWorkspace): TenantContext {
    const person = people.get(id);
    return { workspaceId: id, userId: person?.userId ?? null, memberId: person?.memberId ?? null, sees: ['workspace'] };
  }

  beforeAll(async () => {
    base = await createTestDatabase();
    const settings = { ownerUrl: base.ownerUrl, appSecret: base.appSecret };
    app = await openDatabase({ ...settings, as: 'app', poolSize: CONNECTIONS });
    system = await openDatabase({ ...settings, as: 'system', poolSize: 2 });
    owner = new pg.Client({ connectionString: base.ownerUrl });
    await owner.connect();
    const world = new World(system, () => at);
    [one, two] = [await world.workspace('one'), await world.workspace('two')];
    people = new Map([
      [one.id, await world.person(one, 'amal', 'admin')],
      [two.id, await world.person(two, 'sara', 'admin')],
    ]);
    // one row in one, two rows in two: a count says whose rows were read
    for (const [workspace, names] of [
      [one, ['a']],
      [two, ['b', 'c']],
    ] as const) {
      await system.transaction(systemContext(workspace.id), async (tx) => {
        for (const name of names) {
          const id = newId(at);
          await tx.query('INSERT INTO team (workspace_id, id, name, created_at) VALUES ($1, $2, $3, $4)', [
            workspace.id,
            id,
            name,
            at,
          ]);
          await journal(tx, [
            {
              type: 'team.created',
              at,
              actorId: null,
              subject: { kind: 'team', id },
              personal: { name },
              correlation: 'test',
            },
          ]);
        }
      });
    }
  });
  afterAll(async () => {
    await owner?.end();
    await app?.close();
    await system?.close();
    await base?.drop();
  });

  const bare = async (text: string) => (await app.pool.query<{ n: number }>(text)).rows;
  const setting = async () =>
    (await app.pool.query<{ w: string | null }>(`SELECT nullif(current_setting('app.workspace_id', true), '') AS w`))
      .rows[0]?.w;

  it.each([...tenantTables])('shows nothing of %s without a context', async (table) => {
    expect(await bare(`SELECT count(*)::int AS n FROM ${table}`)).toEqual([{ n: 0 }]);
    expect(await app.reader(nobody).query(`SELECT count(*)::int AS n FROM ${table}`)).toEqual([{ n: 0 }]);
  });

  it('shows each workspace its own rows, and them alone, without any filter in the statement', async () => {
    expect(await app.reader(within(one)).one(COUNT)).toEqual({ n: 1 });
    expect(await app.reader(within(two)).one(COUNT)).toEqual({ n: 2 });
    expect(await system.reader(nobody).one(COUNT)).toEqual({ n: 3 });
    for (const table of ['member', 'audit_entry', 'audit_personal', 'outbox_event']) {
      expect(await app.reader(within(two)).query(`SELECT 1 FROM ${table} WHERE workspace_id <> $1`, [two.id])).toEqual(
        [],
      );
    }
  });

  it('refuses a context that is no workspace, instead of showing all or the last one', async () => {
    await app.reader(within(one)).query(COUNT);
    await expect(app.reader({ ...within(one), workspaceId: 'everything' }).query(COUNT)).rejects.toMatchObject({
      code: '22P02',
    });
    expect(await app.reader({ ...within(one), workspaceId: '' }).one(COUNT)).toEqual({ n: 0 });
  });

  it('lets nobody write into, change or delete in another workspace', async () => {
    const insert = (tx: { query(text: string, values: unknown[]): Promise<unknown> }) =>
      tx.query('INSERT INTO team (workspace_id, id, name, created_at) VALUES ($1, $2, $3, $4)', [
        two.id,
        newId(at),
        'x',
        at,
      ]);
    await expect(app.transaction(within(one), insert)).rejects.toMatchObject({ code: '42501' });
    await expect(app.transaction(nobody, insert)).rejects.toMatchObject({ code: '42501' });
    const touched = await app.transaction(within(one), async (tx) => [
      await tx.affect(`UPDATE team SET name = name || '!'`),
      await tx.affect(`DELETE FROM team_member`),
    ]);
    expect(touched).toEqual([1, 0]);
    await expect(
      app.transaction(within(one), (tx) => tx.query('UPDATE team SET workspace_id = $1', [two.id])),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('leaves no context behind: not after a read, an error, a commit or a rollback', async () => {
    const ends: Array<() => Promise<unknown>> = [
      () => app.reader(within(one)).query(COUNT),
      () => app.reader(within(one)).query('SELECT 1 / 0'),
      () => app.reader(within(one)).query('SELECT no such thing'),
      () => app.transaction(within(one), (tx) => tx.query(COUNT)),
      () => app.transaction(within(one), (tx) => tx.query('SELECT 1 / 0')),
      () => app.transaction(within(one), async (tx) => void (await (await tx.enter(within(two))).query(COUNT))),
    ];
    for (const end of ends) {
      // every connection of the pool takes its turn
      await Promise.all(Array.from({ length: CONNECTIONS * 2 }, () => end().catch(() => undefined)));
      expect(await Promise.all(Array.from({ length: CONNECTIONS * 2 }, setting))).toEqual(
        Array(CONNECTIONS * 2).fill(null),
      );
      expect(await app.reader(within(two)).one(COUNT)).toEqual({ n: 2 });
    }
  });

  it('goes back to the earlier context with the savepoint it was left in', async () => {
    await app.transaction(within(one), async (tx) => {
      await tx.query('SAVEPOINT s');
      expect(await (await tx.enter(within(two))).one(COUNT)).toEqual({ n: 2 });
      await tx.query('ROLLBACK TO SAVEPOINT s');
      expect(await tx.one(COUNT)).toEqual({ n: 1 });
    });
  });

  it('says so when a swallowed error has turned the commit into a rollback', async () => {
    const work = app.transaction(within(one), async (tx) => {
      await tx.query(`UPDATE team SET name = 'lost'`);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('was not committed');
    expect(await app.reader(within(one)).query(`SELECT 1 FROM team WHERE name = 'lost'`)).toEqual([]);
  });

  it('has what was put off there for what is read after it, in its order, and commits it where nothing follows', async () => {
    const rename = (name: string) => [`UPDATE team SET name = $1`, [name]] as const;
    await app.transaction(within(one), async (tx) => {
      tx.defer(...rename('first'));
      tx.defer(...rename('second'));
      expect(await tx.query('SELECT name FROM team')).toEqual([{ name: 'second' }]);
      tx.defer(...rename('third'));
    });
    expect(await app.reader(within(one)).query('SELECT name FROM team')).toEqual([{ name: 'third' }]);
    await app.transaction(within(one), async (tx) => {
      const inside = await tx.enter(within(one));
      inside.defer(...rename('a'));
    });
    expect(await app.reader(within(one)).query('SELECT name FROM team')).toEqual([{ name: 'a' }]);
    expect(await app.reader(within(two)).one(`SELECT count(*)::int AS n FROM team WHERE name IN ('b', 'c')`)).toEqual({
      n: 2,
    });
  });

  it('undoes everything when what was put off is refused by the wall, and can go on with the same statements', async () => {
    const insert = 'INSERT INTO team (workspace_id, id, name, created_at) VALUES ($1, $2, $3, $4)';
    const rename = `UPDATE team SET name = name || $1`;
    const bad = (after: (tx: Transaction) => Promise<unknown>) =>
      app.transaction(within(one), async (tx) => {
        tx.defer(rename, ['!']);
        tx.defer(insert, [two.id, newId(at), 'stray', at]);
        tx.defer(`SELECT 'never parsed where the one before it failed', $1::text`, ['']);
        await after(tx);
      });
    // on every connection, parsed before or not
    for (let round = 0; round < 2 * CONNECTIONS; round += 1) {
      await expect(bad(() => Promise.resolve())).rejects.toMatchObject({ code: '42501' });
      await expect(bad((tx) => tx.query('SELECT name FROM team'))).rejects.toMatchObject({ code: '42501' });
    }
    const names = () => app.reader(within(one)).query('SELECT name FROM team');
    expect(await Promise.all(Array.from({ length: 2 * CONNECTIONS }, names))).toEqual(
      Array(2 * CONNECTIONS).fill([{ name: 'a' }]),
    );
    const good = app.transaction(within(one), async (tx) => {
      tx.defer(rename, ['?']);
      tx.defer(`SELECT 'never parsed where the one before it failed', $1::text`, ['']);
      expect(await tx.query('SELECT name FROM team')).toEqual([{ name: 'a?' }]);
      throw new Error('not wanted after all');
    });
    await expect(good).rejects.toThrow('not wanted after all');
    expect(await names()).toEqual([{ name: 'a' }]);
  });

  it('drops what was put off since a savepoint it goes back to', async () => {
    await app.transaction(within(one), async (tx) => {
      await tx.query('SAVEPOINT s');
      tx.defer(`UPDATE team SET name = $1`, ['dropped']);
      await tx.rollbackTo('s');
    });
    expect(await app.reader(within(one)).query('SELECT name FROM team')).toEqual([{ name: 'a' }]);
  });

  it('leaks nothing under a parallel load of reads, writes, errors and bare queries on few connections', async () => {
    const seen: Record<string, Map<string, number>> = {
      one: new Map(),
      two: new Map(),
      bare: new Map(),
      error: new Map(),
    };
    const note = (kind: string, value: unknown) =>
      seen[kind]?.set(String(value), (seen[kind]?.get(String(value)) ?? 0) + 1);
    const read = async (workspace: TestWorkspace) =>
      note(workspace.slug, (await app.reader(within(workspace)).one<{ n: number }>(COUNT))?.n);
    const write = (workspace: TestWorkspace) =>
      app.transaction(within(workspace), async (tx) =>
        note(workspace.slug, await tx.affect('UPDATE team SET version = version + 1')),
      );
    const fail = (workspace: TestWorkspace) =>
      app
        .reader(within(workspace))
        .query('SELECT 1 / 0')
        .then(
          () => note('error', 'none'),
          (error: { code?: string }) => note('error', error.code),
        );
    const probe = async () => note('bare', (await bare(COUNT))[0]?.n);
    // a fixed mix, in an order that a small generator shuffles: a failure can be repeated
    let state = 42;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const kinds = [
      () => read(one),
      () => read(two),
      () => write(one),
      () => write(two),
      () => fail(one),
      () => fail(two),
      probe,
      probe,
    ];
    await Promise.all(Array.from({ length: 2400 }, () => (kinds[next(kinds.length)] ?? probe)()));
    expect([...(seen['one']?.keys() ?? [])]).toEqual(['1']);
    expect([...(seen['two']?.keys() ?? [])]).toEqual(['2']);
    expect([...(seen['bare']?.keys() ?? [])]).toEqual(['0']);
    expect([...(seen['error']?.keys() ?? [])]).toEqual(['22012']);
    for (const kind of Object.values(seen))
      expect([...kind.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(300);
  }, 60_000);

  describe('in the database itself', () => {
    const catalogue = async <R extends object>(text: string, values: unknown[] = []) =>
      (await owner.query<R>(text, values)).rows;

    it('is forced on every table there is', async () => {
      const tables = await catalogue<{ name: string; forced: boolean }>(
        `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
      );
      const open = tables.filter((table) => !table.forced).map((table) => table.name);
      // of the whole installation, without a word of any workspace
      expect(open.filter((name) => !['schema_migration'].includes(name))).toEqual([]);
      expect(
        [...tenantTables, ...identityTables].filter((name) => !tables.some((table) => table.name === name)),
      ).toEqual([]);
    });

    it('stands before every table that carries a workspace', async () => {
      const carrying = await catalogue<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'workspace_id' ORDER BY 1`,
      );
      expect(
        carrying.map((table) => table.name).filter((name) => !(tenantTables as readonly string[]).includes(name)),
      ).toEqual([]);
    });

    it('is not owned nor passed by the roles that serve requests', async () => {
      const roles = await catalogue<{
        rolname: string;
        rolsuper: boolean;
        rolbypassrls: boolean;
        rolcreaterole: boolean;
        owned: number;
      }>(
        `SELECT r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned FROM pg_roles r WHERE r.rolname IN ('uptake_app', 'uptake_system', 'uptake_auth') ORDER BY 1`,
      );
      const plain = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 };
      expect(roles).toEqual(['uptake_app', 'uptake_auth', 'uptake_system'].map((rolname) => ({ rolname, ...plain })));
    });

    it('keeps its doors from outside closed to all but the roles of the product, and their search path fixed', async () => {
      const doors = await catalogue<{ name: string; settings: string[] | null; everyone: boolean }>(
        `SELECT p.proname AS name, p.proconfig AS settings, has_function_privilege('public', p.oid, 'EXECUTE') AS everyone FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY 1`,
      );
      expect(doors.map((door) => door.name)).toContain('enter');
      for (const door of doors)
        expect(door).toEqual({ name: door.name, settings: ['search_path=pg_catalog, public'], everyone: false });
    });

    it('hides password hashes and session secrets from the role that serves requests', async () => {
      await expect(app.reader(within(one)).query('SELECT password_hash FROM app_user')).rejects.toMatchObject({
        code: '42501',
      });
      await expect(app.reader(within(one)).query('SELECT token_hash FROM session')).rejects.toMatchObject({
        code: '42501',
      });
    });
  });

  describe('and the driver under it', () => {
    it('is the version whose insides the one-batch query knows', () => {
      const { prototype } = pg.Query as unknown as { prototype: Record<string, unknown> };
      for (const method of ['prepare', 'handleDataRow', 'handleCommandComplete', 'requiresPreparation', 'submit'])
        expect(prototype[method]).toBeInstanceOf(Function);
      expect(pg.native).toBeNull();
    });

    it('sends context and query in one batch with one Sync', async () => {
      const client = (await app.pool.connect()) as pg.PoolClient & {
        connection: { sync(): void; stream: { write(...given: unknown[]): boolean } };
      };
      const { connection } = client;
      const sync = connection.sync.bind(connection);
      let syncs = 0;
      connection.sync = () => {
        syncs += 1;
        sync();
      };
      client.release();
      // the pool hands out the connection released last
      expect(await app.reader(within(two)).one(COUNT)).toEqual({ n: 2 });
      expect(syncs).toBe(1);
      connection.sync = sync;
    });
  });
});
