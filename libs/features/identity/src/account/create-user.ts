import { randomBytes } from 'node:crypto';
import type { Role } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import {
  type Database,
  MemberRepository,
  SignInRepository,
  type Transaction,
  journal,
  newId,
  systemContext,
} from '@uptake/persistence';
import { type MemberChangedHook, Passwords } from '@uptake/platform';

export interface UserToCreate {
  email: string;
  name: string;
  /** Slug and roles of the workspace to join; none for somebody who will make their own. */
  membership?: { slug: string; roles: readonly Role[] };
}

/** What an operator does at the command line, where nobody is signed in: an account, and a place in a workspace. */
export class CreateUser {
  private readonly signIns = new SignInRepository();
  private readonly members = new MemberRepository();
  private readonly passwords = new Passwords();

  /** `system` works over all workspaces; `memberChanged` are the hooks of the app. */
  constructor(
    private readonly system: Database,
    private readonly memberChanged: readonly MemberChangedHook[],
  ) {}

  /**
   * The password made for a new account, or null for one that has its own. `already_exists` when nothing is left to do,
   * `not_found` without such a workspace: then no account is made either.
   */
  async execute(input: UserToCreate, at: Date): Promise<{ userId: string; password: string | null }> {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await this.passwords.hash(password);
    return this.system.transaction(systemContext(), async (tx) => {
      const registered = await this.signIns.register(tx, {
        id: newId(at),
        email: input.email,
        name: input.name,
        passwordHash,
        language: 'en',
        timeZone: 'UTC',
        at,
      });
      const userId = registered ?? (await this.signIns.subject(tx, input.email))?.userId;
      if (!userId || (!registered && !input.membership))
        throw new DomainError('already_exists', { detail: `${input.email} has an account` });
      if (input.membership) await this.join(tx, userId, input.name, input.membership, at);
      return { userId, password: registered ? password : null };
    });
  }

  private async join(
    outside: Transaction,
    userId: string,
    name: string,
    { slug, roles }: { slug: string; roles: readonly Role[] },
    at: Date,
  ): Promise<void> {
    const workspace = await outside.one<{ id: string }>(`SELECT w.id FROM workspace w WHERE w.slug = $1`, [slug]);
    if (!workspace) throw new DomainError('not_found', { detail: `There is no workspace ${slug}` });
    const tx = await outside.enter(systemContext(workspace.id));
    const joined = await this.members.join(tx, { id: newId(at), userId, name, roles, at });
    if (!joined) throw new DomainError('already_exists', { detail: `This person is a member of ${slug}` });
    const correlation = `user create ${joined.id}`;
    await journal(tx, [
      {
        type: 'member.joined',
        at,
        actorId: null,
        subject: { kind: 'member', id: joined.id },
        data: { userId, roles, returned: joined.returned },
        personal: { name },
        correlation,
      },
    ]);
    for (const follow of this.memberChanged)
      await follow(tx, {
        memberId: joined.id,
        roles: { from: [], to: roles },
        active: { from: false, to: true },
        actorId: joined.id,
        at,
        correlation,
      });
  }
}
