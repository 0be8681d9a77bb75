import { Controller, Inject, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InvitationAcceptance, InvitationLookup, InvitationPreview, Joined } from '@uptake/contracts';
import {
  Answers,
  BodyOf,
  type Browser,
  BrowserOf,
  Correlation,
  ENVIRONMENT,
  type Environment,
  LimitedTo,
  MaybeScoped,
  OwnOriginGuard,
  Public,
  type Scope,
  SignInOptional,
} from '@uptake/platform';
import { AcceptInvitation } from './accept-invitation.js';
import { presentJoined } from './joined.presenter.js';
import { ReadInvitation } from './read-invitation.js';

@ApiTags('invitations')
@Controller('auth/invitations')
@UseGuards(OwnOriginGuard)
export class InvitationAcceptanceController {
  constructor(
    private readonly readInvitation: ReadInvitation,
    private readonly acceptInvitation: AcceptInvitation,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** A POST that changes nothing: the link's secret belongs in no address. */
  @Post('preview')
  @Public()
  @LimitedTo(60, 60)
  @Answers(200, InvitationPreview, ['invitation_invalid', 'foreign_origin'])
  preview(@BodyOf(InvitationLookup) { token }: InvitationLookup) {
    return this.readInvitation.preview(token);
  }

  @Post('accept')
  @SignInOptional()
  @LimitedTo(60, 60)
  @Answers(200, Joined, [
    'invitation_invalid',
    'invalid_credentials',
    'already_exists',
    'foreign_origin',
    'invalid_csrf_token',
  ])
  async accept(
    @BodyOf(InvitationAcceptance) input: InvitationAcceptance,
    @MaybeScoped() scope: Scope | undefined,
    @BrowserOf() browser: Browser,
    @Correlation() correlation: string,
  ) {
    const accepted = await this.acceptInvitation.execute(input, scope, browser, correlation);
    if (accepted.session)
      browser.keepSession(this.environment.PUBLIC_URL, accepted.session.secret, accepted.session.expiresAt);
    return presentJoined(scope, accepted, this.environment.APP_SECRET);
  }
}
