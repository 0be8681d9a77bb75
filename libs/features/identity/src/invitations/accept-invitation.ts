import { Inject, Injectable } from '@nestjs/common';
import type { InvitationAcceptance } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import {
  Database,
  InvitationRepository,
  MemberRepository,
  type OpenInvitation,
  type Transaction,
  UserRepository,
  type UserRow,
  journal,
  newId,
} from '@uptake/persistence';
import { type Browser, Clock, MEMBER_CHANGED, type MemberChangedHook, type Scope } from '@uptake/platform';
import { nobody } from '../sign-in/nobody.js';
import { OpenSession, type OpenedSession } from '../sign-in/open-session.js';
import { IdentifyInvited } from './identify-invited.js';
import { ReadInvitation } from './read-invitation.js';

export interface AcceptedInvitation {
  invitation: OpenInvitation;
  memberId: string;
  user: UserRow;
  /** Opened for those who were not signed in. */
  session: OpenedSession | null;
}

@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly readInvitation: ReadInvitation,
    private readonly identify: IdentifyInvited,
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly users: UserRepository,
    private readonly openSession: OpenSession,
    private readonly clock: Clock,
    @Inject(MEMBER_CHANGED) private readonly memberChanged: readonly MemberChangedHook[],
  ) {}

  /**
   * A link works once: of two uses at once one gets `invitation_invalid`. `already_exists` for an active member.
   * `correlation` ties together what follows.
   */
  async execute(
    input: InvitationAcceptance,
    scope: Scope | undefined,
    browser: Browser,
    correlation: string,
  ): Promise<AcceptedInvitation> {
    const invitation = await this.readInvitation.open(this.database.reader(nobody), input.token);
    const userId = await this.identify.execute(invitation, input, scope, browser.address);
    const accept = async (outside: Transaction): Promise<AcceptedInvitation> => {
      const tx = await outside.enter({ workspaceId: invitation.workspace_id, userId, memberId: null, sees: [] });
      const user = await this.users.get(tx, userId);
      const memberId = await this.join(tx, invitation, user, correlation);
      return {
        invitation,
        memberId,
        user,
        session: scope ? null : await this.openSession.execute(tx, userId, browser),
      };
    };
    return scope ? scope.transaction(accept) : this.database.transaction(nobody, accept);
  }

  private async join(tx: Transaction, invitation: OpenInvitation, user: UserRow, correlation: string): Promise<string> {
    const at = this.clock.now();
    const { roles } = invitation;
    if (!(await this.invitations.accept(tx, invitation.invitation_id, at)))
      throw new DomainError('invitation_invalid', { detail: 'This invitation was used already' });
    const joined = await this.members.join(tx, { id: newId(at), userId: user.id, name: user.name, roles, at });
    if (!joined) throw new DomainError('already_exists', { detail: 'You are a member of this workspace already' });
    const actor = { at, actorId: joined.id, correlation };
    await journal(tx, [
      {
        ...actor,
        type: 'invitation.accepted',
        subject: { kind: 'invitation', id: invitation.invitation_id },
        data: { memberId: joined.id },
      },
      {
        ...actor,
        type: 'member.joined',
        subject: { kind: 'member', id: joined.id },
        data: { userId: user.id, roles, returned: joined.returned },
        personal: { name: user.name },
      },
    ]);
    for (const follow of this.memberChanged)
      await follow(tx, {
        memberId: joined.id,
        roles: { from: [], to: roles },
        active: { from: false, to: true },
        ...actor,
      });
    return joined.id;
  }
}
