import { randomBytes } from 'node:crypto';
import type { Role } from '@uptake/contracts';
import { type Database, installShippedWorkflows, newId } from '@uptake/persistence';
import { Passwords, hashSecret } from '@uptake/platform';

export interface Person {
  userId: string;
  memberId: string;
  name: string;
  email: string;
  /** A personal token, to be sent as bearer. */
  token: string;
}
export interface TestWorkspace {
  id: string;
  slug: string;
}

const everywhere = { workspaceId: null, userId: null, memberId: null, sees: [] } as const;

/** Makes workspaces and people straight in the database, as the system role; everything else goes through the API. */
export class World {
  constructor(
    private readonly system: Database,
    private readonly at: () => Date,
  ) {}

  async workspace(slug: string): Promise<TestWorkspace> {
    const id = newId(this.at());
    await this.system.transaction(everywhere, async (tx) => {
      await tx.query(`INSERT INTO workspace (id, slug, name, created_at) VALUES ($1, $2, $2, $3)`, [
        id,
        slug,
        this.at(),
      ]);
      await installShippedWorkflows(tx, id, this.at());
    });
    return { id, slug };
  }

  async person(workspace: TestWorkspace, name: string, ...roles: Role[]): Promise<Person> {
    const at = this.at();
    const person = {
      userId: newId(at),
      memberId: newId(at),
      name,
      email: `${name}.${workspace.slug}@example.org`,
      token: `upt_${randomBytes(24).toString('base64url')}`,
    };
    await this.system.transaction(everywhere, async (tx) => {
      await tx.query(`INSERT INTO app_user (id, email, name, created_at) VALUES ($1, $2, $3, $4)`, [
        person.userId,
        person.email.toLowerCase(),
        name,
        at,
      ]);
      await tx.query(
        `INSERT INTO member (workspace_id, id, user_id, name, roles, joined_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [workspace.id, person.memberId, person.userId, name, roles, at],
      );
      await tx.query(
        `INSERT INTO api_token (id, user_id, name, token_hash, hint, created_at) VALUES ($1, $2, 'test', $3, 'test', $4)`,
        [newId(at), person.userId, hashSecret(person.token), at],
      );
    });
    return person;
  }

  /** One more membership of somebody who is in another workspace already. */
  async joins(person: Person, workspace: TestWorkspace, ...roles: Role[]): Promise<Person> {
    const memberId = newId(this.at());
    await this.system.transaction(everywhere, (tx) =>
      tx.query(
        `INSERT INTO member (workspace_id, id, user_id, name, roles, joined_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [workspace.id, memberId, person.userId, person.name, roles, this.at()],
      ),
    );
    return { ...person, memberId };
  }

  /** Lets the person sign in by this password. */
  async password(person: Person, password: string): Promise<void> {
    const hash = await new Passwords().hash(password);
    await this.system.transaction(everywhere, (tx) =>
      tx.query(`UPDATE app_user SET password_hash = $2 WHERE id = $1`, [person.userId, hash]),
    );
  }
}
