import { type Action, type Part, type Role } from '@uptake/contracts';
import { type Actor, DomainError, may, rolesThatMay, visibilitiesOf } from '@uptake/domain';
import type { Database, Reader, Row, TenantContext, Transaction } from '@uptake/persistence';
import type { Clock } from '../../clock/clock.js';

export interface ScopedUser {
  id: string;
  email: string;
  name: string;
  language: string;
  timeZone: string;
}
export interface ScopedWorkspace {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
}
export interface ScopedMember extends Actor {
  name: string;
}

/** How the person came in: by browser session or by personal token. */
export interface Entry {
  via: 'session' | 'token';
  id: string;
}

/**
 * One person's request (or one job on their behalf): who, where, when, and the way to the database inside that context.
 * Verbs take a scope and nothing else of the request. `held` keeps one transaction open for the whole request, so that an
 * idempotent answer commits together with its effect.
 */
export class Scope {
  private held: Transaction | undefined;
  private savepoints = 0;
  private readonly afterwards: (() => Promise<void>)[] = [];

  constructor(
    protected readonly database: Database,
    protected readonly clock: Clock,
    readonly user: ScopedUser,
    readonly correlation: string,
    readonly entry: Entry | null,
    protected readonly context: TenantContext = { workspaceId: null, userId: user.id, memberId: null, sees: [] },
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Reads: one round trip each; inside a held transaction they see its own writes. */
  get read(): Reader {
    return this.held ?? this.database.reader(this.context);
  }

  /** One transaction, committed when `work` returns. Verbs own it; nothing else begins one. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (!this.held) return this.database.transaction(this.context, work);
    const name = `part_${(this.savepoints += 1)}`;
    await this.held.query(`SAVEPOINT ${name}`);
    try {
      const result = await work(this.held);
      await this.held.query(`RELEASE SAVEPOINT ${name}`);
      return result;
    } catch (error) {
      await this.held.rollbackTo(name);
      throw error;
    }
  }

  /** Runs `work` with one transaction under all its reads and writes. */
  async hold<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = await this.database.transaction(this.context, async (tx) => {
      this.held = tx;
      try {
        return await work(tx);
      } finally {
        this.held = undefined;
      }
    });
    for (const task of this.afterwards.splice(0)) await task();
    return result;
  }

  /** For what no rollback can undo (a file goes): runs when everything so far has committed, at once where nothing is held. */
  async afterCommit(task: () => Promise<void>): Promise<void> {
    if (this.held) this.afterwards.push(task);
    else await task();
  }

  /** The same person inside one of their workspaces. The caller has just read that they are a member of it, and as what. */
  within(workspace: ScopedWorkspace, member: ScopedMember): WorkspaceScope {
    return new WorkspaceScope(this.database, this.clock, this.user, this.correlation, this.entry, workspace, member);
  }

  query<R extends Row>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.read.query<R>(text, values);
  }
}

/** A scope inside one workspace, as one of its members. */
export class WorkspaceScope extends Scope {
  constructor(
    database: Database,
    clock: Clock,
    user: ScopedUser,
    correlation: string,
    entry: Entry | null,
    readonly workspace: ScopedWorkspace,
    readonly member: ScopedMember,
  ) {
    super(database, clock, user, correlation, entry, {
      workspaceId: workspace.id,
      userId: user.id,
      memberId: member.memberId,
      sees: visibilitiesOf(member.roles),
      // asked at each statement: a stream stays open longer than a delegation may hold
      get at() {
        return clock.now();
      },
    });
  }

  get roles(): readonly Role[] {
    return this.member.roles;
  }

  can(action: Action, parts: readonly Part[] = []): ReturnType<typeof may> {
    return may(this.member, action, parts);
  }

  /** Throws `forbidden`, naming who can grant it, unless the table allows the action. */
  demand(action: Action, parts: readonly Part[] = []): void {
    const answer = this.can(action, parts);
    if (answer !== true) throw new DomainError('forbidden', { detail: answer.reason, grantedBy: rolesThatMay(action) });
  }

  /** What verbs put into each journal entry. */
  get actor(): { actorId: string; at: Date; correlation: string } {
    return { actorId: this.member.memberId, at: this.now(), correlation: this.correlation };
  }
}
