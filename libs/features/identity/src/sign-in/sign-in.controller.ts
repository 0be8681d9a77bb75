import { Controller, Inject, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Credentials, SignedIn } from '@uptake/contracts';
import {
  Answers,
  BodyOf,
  type Browser,
  BrowserOf,
  ENVIRONMENT,
  type Environment,
  LimitedTo,
  LocalSignInGuard,
  OwnOriginGuard,
  Public,
  type Scope,
  Scoped,
  SignedInUserId,
} from '@uptake/platform';
import { presentUser } from '../account/me.presenter.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';

@ApiTags('sign-in')
@Controller('auth')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post('login')
  @Public()
  @LimitedTo(120, 60)
  @UseGuards(OwnOriginGuard, LocalSignInGuard)
  @Answers(200, SignedIn, ['invalid_credentials', 'foreign_origin'])
  async login(
    @BodyOf(Credentials) _credentials: Credentials,
    @SignedInUserId() userId: string,
    @BrowserOf() browser: Browser,
  ) {
    const { user, session } = await this.signIn.execute(userId, browser);
    browser.keepSession(this.environment.PUBLIC_URL, session.secret, session.expiresAt);
    return { user: presentUser(user), csrfToken: session.csrfToken };
  }

  @Post('logout')
  @Answers(204, null, ['invalid_state', 'invalid_csrf_token'])
  async logout(@Scoped() scope: Scope, @BrowserOf() browser: Browser) {
    await this.signOut.execute(scope);
    browser.forgetSession(this.environment.PUBLIC_URL);
  }
}
