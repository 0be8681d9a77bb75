import { Injectable } from '@nestjs/common';
import type { InvitationPreview } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import {
  Database,
  InvitationRepository,
  type OpenInvitation,
  type Reader,
  SignInRepository,
} from '@uptake/persistence';
import { Clock, hashSecret } from '@uptake/platform';
import { nobody } from '../sign-in/nobody.js';

@Injectable()
export class ReadInvitation {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly signIns: SignInRepository,
    private readonly clock: Clock,
  ) {}

  /** What the holder of a link may know before accepting. Throws `invitation_invalid`, whatever is wrong with it. */
  async preview(token: string): Promise<InvitationPreview> {
    const reader = this.database.reader(nobody);
    const invitation = await this.open(reader, token);
    const subject = await this.signIns.subject(reader, invitation.email);
    return {
      email: invitation.email,
      workspace: { slug: invitation.workspace_slug, name: invitation.workspace_name },
      hasPassword: subject?.passwordHash != null,
    };
  }

  async open(reader: Reader, token: string): Promise<OpenInvitation> {
    const invitation = await this.invitations.byToken(reader, hashSecret(token), this.clock.now());
    if (!invitation)
      throw new DomainError('invitation_invalid', {
        detail: 'This invitation was used, has ended or never was: ask for a new one',
      });
    return invitation;
  }
}
