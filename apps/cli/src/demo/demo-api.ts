import { randomBytes } from 'node:crypto';
import { createApi } from '@uptake/api';
import {
  type Database,
  installShippedWorkflows,
  journal,
  newId,
  openDatabase,
  sealAll,
  HeadKey,
  foldRollups,
  systemContext,
} from '@uptake/persistence';
import { Clock, Passwords, createLogger, hashSecret, parseEnvironment } from '@uptake/platform';
import { type DemoName, demoNames, demoPeople } from './demo-people.js';

/** Tells the story's time instead of the wall's. */
export class StoryClock extends Clock {
  constructor(private instant: Date) {
    super();
  }
  now(): Date {
    return this.instant;
  }
  set(instant: Date): void {
    this.instant = instant;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/**
 * The real application without a port, on the story's clock: the demonstration is made by the commands that people use, so
 * that its audit trail, rollups and notifications are as true as theirs.
 */
export class DemoApi {
  readonly memberIds = new Map<DemoName, string>();
  private readonly tokens = new Map<DemoName, string>();

  private constructor(
    private readonly app: Awaited<ReturnType<typeof createApi>>,
    private readonly system: Database,
    private readonly appSecret: string,
    readonly clock: StoryClock,
    private readonly slug: string,
  ) {}

  /** Null where the workspace exists already. */
  static async create(databaseUrl: string, appSecret: string, slug: string, start: Date): Promise<DemoApi | null> {
    const system = await openDatabase({
      ownerUrl: databaseUrl,
      appSecret,
      as: 'system',
      poolSize: 2,
      applicationName: 'uptake-demo',
    });
    const known = await system.reader(systemContext()).one(`SELECT 1 FROM workspace w WHERE w.slug = $1`, [slug]);
    if (known) {
      await system.close();
      return null;
    }
    const environment = parseEnvironment({
      ...process.env,
      APP_SECRET: appSecret,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'warn',
    });
    const database = await openDatabase({
      ownerUrl: databaseUrl,
      appSecret,
      as: 'app',
      poolSize: 4,
      applicationName: 'uptake-demo',
    });
    const clock = new StoryClock(start);
    const app = await createApi({ environment, logger: createLogger('warn', 'demo'), database, clock });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new DemoApi(app, system, appSecret, clock, slug);
  }

  /** The workspace with its people, each able to sign in with the password. */
  async open(name: string, password: string): Promise<void> {
    const at = this.clock.now();
    const passwords = new Passwords();
    const workspaceId = newId(at);
    await this.system.transaction(systemContext(workspaceId), async (tx) => {
      await tx.query(
        `INSERT INTO workspace (id, slug, name, time_zone, working_days, created_at) VALUES ($1, $2, $3, 'Asia/Baghdad', '{7,1,2,3,4}', $4)`,
        [workspaceId, this.slug, name, at],
      );
      await journal(tx, [
        {
          type: 'workspace.created',
          at,
          actorId: null,
          subject: { kind: 'workspace', id: workspaceId },
          correlation: 'demo',
          personal: { name },
        },
      ]);
      for (const who of demoNames) await this.join(tx, who, await passwords.hash(password), at);
      await installShippedWorkflows(tx, workspaceId, at);
    });
  }

  private async join(
    tx: Parameters<Parameters<Database['transaction']>[1]>[0],
    who: DemoName,
    passwordHash: string,
    at: Date,
  ): Promise<void> {
    const person = demoPeople[who];
    const email = `${person.address}@uptake.example`;
    const user = await tx.one<{ id: string }>(
      `INSERT INTO app_user AS u (id, email, name, password_hash, language, time_zone, created_at) VALUES ($1, $2, $3, $4, $5, 'Asia/Baghdad', $6)
       ON CONFLICT (email) DO UPDATE SET password_hash = excluded.password_hash RETURNING u.id`,
      [newId(at), email, person.name, passwordHash, person.language, at],
    );
    const memberId = newId(at);
    await tx.query(
      `INSERT INTO member (workspace_id, id, user_id, name, roles, joined_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.workspaceId, memberId, user?.id, person.name, person.roles, at],
    );
    await journal(tx, [
      {
        type: 'member.joined',
        at,
        actorId: memberId,
        subject: { kind: 'member', id: memberId },
        correlation: 'demo',
        data: { roles: person.roles },
        personal: { name: person.name, email },
      },
    ]);
    // for as long as the story is made; `close` removes it
    const token = `upt_${randomBytes(24).toString('base64url')}`;
    await tx.query(
      `INSERT INTO api_token (id, user_id, name, token_hash, hint, created_at) VALUES ($1, $2, 'demonstration', $3, '', $4)`,
      [newId(at), user?.id, hashSecret(token), at],
    );
    this.memberIds.set(who, memberId);
    this.tokens.set(who, token);
  }

  id(who: DemoName): string {
    const id = this.memberIds.get(who);
    if (!id) throw new Error(`${who} is not a member`);
    return id;
  }

  /** One request below the workspace, as this person; throws the problem when it is refused. */
  async call<T = Record<string, never>>(who: DemoName, method: Method, path: string, body?: unknown): Promise<T> {
    const answer = await this.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method,
        url: `/api/v1/workspaces/${this.slug}${path}`,
        headers: { authorization: `Bearer ${this.tokens.get(who)}` },
        ...(body === undefined ? {} : { payload: body as object }),
      });
    if (answer.statusCode >= 400) throw new Error(`${who} ${method} ${path}: ${answer.statusCode} ${answer.body}`);
    return (answer.body === '' ? {} : JSON.parse(answer.body)) as T;
  }

  /** Seals and folds what the story wrote, and takes the tokens away again. */
  async close(): Promise<void> {
    await sealAll(this.system, new HeadKey(this.appSecret), () => this.clock.now());
    await foldRollups(this.system);
    const hashes = [...this.tokens.values()].map(hashSecret);
    await this.system.transaction(systemContext(), (tx) =>
      tx.query(`DELETE FROM api_token WHERE token_hash = ANY($1::bytea[])`, [hashes]),
    );
    await this.app.close();
    await this.system.close();
  }
}
