import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { InvitationCreation } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import {
  InvitationRepository,
  type InvitationRow,
  MemberRepository,
  type Transaction,
  WorkspaceRepository,
  journal,
  newId,
  queueMail,
} from '@uptake/persistence';
import { ENVIRONMENT, type Environment, type WorkspaceScope, hashSecret } from '@uptake/platform';
import { invitationMail } from './invitation-mail.js';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

@Injectable()
export class Invite {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly workspaces: WorkspaceRepository,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /**
   * Mails a link that works once, for a week; only its hash stays. `already_exists` for a member or an address with an open
   * invitation; the unique index decides between two at once.
   */
  async execute(scope: WorkspaceScope, input: InvitationCreation): Promise<InvitationRow> {
    scope.demand('invitations.change');
    const { actor } = scope;
    const id = newId(actor.at);
    const token = randomBytes(32).toString('base64url');
    const invitation = {
      id,
      email: input.email,
      roles: [...new Set(input.roles)],
      tokenHash: hashSecret(token),
      invitedBy: actor.actorId,
      at: actor.at,
      expiresAt: new Date(actor.at.getTime() + LIFETIME_MS),
    };
    await scope.transaction(async (tx) => {
      if (await this.members.isActive(tx, input.email))
        throw new DomainError('already_exists', { detail: `${input.email} is a member already` });
      if (!(await this.invitations.insert(tx, invitation)))
        throw new DomainError('already_exists', {
          detail: `${input.email} has an open invitation: revoke it to send another`,
        });
      await this.mail(tx, scope, invitation, token);
      await journal(tx, [
        {
          ...actor,
          type: 'invitation.created',
          subject: { kind: 'invitation', id },
          data: { roles: invitation.roles },
          personal: { email: input.email },
        },
      ]);
    });
    return this.invitations.get(scope.read, id);
  }

  private async mail(
    tx: Transaction,
    scope: WorkspaceScope,
    invitation: { id: string; email: string; expiresAt: Date },
    token: string,
  ): Promise<void> {
    const { PUBLIC_URL } = this.environment;
    const workspace = await this.workspaces.get(tx);
    // behind #: a browser sends it to nobody, so that it stands in no access log
    const words = invitationMail({
      language: workspace.language,
      workspace: workspace.name,
      inviter: scope.member.name,
      expiresAt: invitation.expiresAt,
      timeZone: workspace.time_zone,
      link: `${PUBLIC_URL}/invitations/accept#${token}`,
    });
    await queueMail(tx, {
      ...words,
      recipient: invitation.email,
      secrets: [token],
      messageId: `<invitation.${invitation.id}@${new URL(PUBLIC_URL).hostname}>`,
      at: scope.now(),
    });
  }
}
