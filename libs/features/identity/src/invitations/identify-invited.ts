import { Injectable } from '@nestjs/common';
import type { InvitationAcceptance } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { Database, type OpenInvitation, SignInRepository, newId } from '@uptake/persistence';
import { Clock, CredentialCheck, Passwords, type Scope } from '@uptake/platform';
import { nobody } from '../sign-in/nobody.js';

const missing = (path: string) => ({ path, code: 'required', message: 'Needed to make your account' });

/**
 * Who accepts: the person signed in, the owner of an account by its password, or somebody new who chooses one. The link
 * alone opens no account that has a password: mails are forwarded.
 */
@Injectable()
export class IdentifyInvited {
  constructor(
    private readonly database: Database,
    private readonly signIns: SignInRepository,
    private readonly credentials: CredentialCheck,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** The user's id. Throws `forbidden` to another person who is signed in, `invalid_credentials`, `invalid_input`. */
  async execute(
    invitation: OpenInvitation,
    input: InvitationAcceptance,
    scope: Scope | undefined,
    network: string,
  ): Promise<string> {
    if (scope) {
      if (scope.user.email === invitation.email) return scope.user.id;
      throw new DomainError('forbidden', {
        detail: 'You are signed in as somebody else: sign out, then open the link again',
      });
    }
    const subject = await this.signIns.subject(this.database.reader(nobody), invitation.email);
    if (subject?.passwordHash != null) return this.byPassword(invitation.email, input.password, network);
    if (!input.name || !input.password) {
      throw new DomainError('invalid_input', {
        errors: [...(input.name ? [] : [missing('name')]), ...(input.password ? [] : [missing('password')])],
      });
    }
    return this.register(invitation.email, input.name, input.password, network);
  }

  private byPassword(email: string, password: string | undefined, network: string): Promise<string> {
    if (!password)
      throw new DomainError('invalid_credentials', {
        detail: 'This address has an account: sign in, or give its password',
      });
    return this.credentials.check({ email, password }, network);
  }

  /** Of two links of one new person used at once, the later must fit the password that the earlier has set. */
  private async register(email: string, name: string, password: string, network: string): Promise<string> {
    const at = this.clock.now();
    const passwordHash = await this.passwords.hash(password);
    const id = await this.signIns.register(this.database.reader(nobody), {
      id: newId(at),
      email,
      name,
      passwordHash,
      language: 'en',
      timeZone: 'UTC',
      at,
    });
    return id ?? this.byPassword(email, password, network);
  }
}
