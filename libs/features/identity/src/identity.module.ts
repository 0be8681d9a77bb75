import { Module } from '@nestjs/common';
import {
  ApiTokenRepository,
  InvitationRepository,
  MemberRepository,
  SessionRepository,
  SignInRepository,
  UserRepository,
  WorkspaceRepository,
} from '@uptake/persistence';
import { CredentialCheck, LocalSignInGuard, OwnOriginGuard, Passwords } from '@uptake/platform';
import { AccountController } from './account/account.controller.js';
import { ChangePassword } from './account/change-password.js';
import { ChangeProfile } from './account/change-profile.js';
import { ReadMe } from './account/read-me.js';
import { AcceptInvitation } from './invitations/accept-invitation.js';
import { IdentifyInvited } from './invitations/identify-invited.js';
import { InvitationAcceptanceController } from './invitations/invitation-acceptance.controller.js';
import { ReadInvitation } from './invitations/read-invitation.js';
import { ListSessions } from './sessions/list-sessions.js';
import { RevokeSession } from './sessions/revoke-session.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { CheckCredentials } from './sign-in/check-credentials.js';
import { OpenSession } from './sign-in/open-session.js';
import { SignInThrottle } from './sign-in/sign-in-throttle.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignOut } from './sign-in/sign-out.js';
import { IssueToken } from './tokens/issue-token.js';
import { ListTokens } from './tokens/list-tokens.js';
import { RevokeToken } from './tokens/revoke-token.js';
import { TokensController } from './tokens/tokens.controller.js';

const repositories = [
  ApiTokenRepository,
  InvitationRepository,
  MemberRepository,
  SessionRepository,
  SignInRepository,
  UserRepository,
  WorkspaceRepository,
];
const adapters = [
  Passwords,
  OwnOriginGuard,
  LocalSignInGuard,
  { provide: CredentialCheck, useClass: CheckCredentials },
];
const verbs = [
  SignInThrottle,
  OpenSession,
  SignIn,
  SignOut,
  ReadMe,
  ChangeProfile,
  ChangePassword,
  ListTokens,
  IssueToken,
  RevokeToken,
  ListSessions,
  RevokeSession,
  ReadInvitation,
  IdentifyInvited,
  AcceptInvitation,
];

/** People and their ways in: sign-in, sessions, personal tokens, accounts, accepting an invitation. */
@Module({
  controllers: [
    SignInController,
    AccountController,
    TokensController,
    SessionsController,
    InvitationAcceptanceController,
  ],
  providers: [...repositories, ...adapters, ...verbs],
  exports: [CredentialCheck],
})
export class IdentityModule {}
