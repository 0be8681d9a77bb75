import { Controller, Get, Inject, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Me, PasswordChange, ProfileChange } from '@uptake/contracts';
import {
  Answers,
  BodyOf,
  type Browser,
  BrowserOf,
  ENVIRONMENT,
  type Environment,
  type Scope,
  Scoped,
} from '@uptake/platform';
import { ChangePassword } from './change-password.js';
import { ChangeProfile } from './change-profile.js';
import { presentMe } from './me.presenter.js';
import { ReadMe } from './read-me.js';

@ApiTags('account')
@Controller('auth')
export class AccountController {
  constructor(
    private readonly readMe: ReadMe,
    private readonly changeProfile: ChangeProfile,
    private readonly changePassword: ChangePassword,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get('me')
  @Answers(200, Me)
  async me(@Scoped() scope: Scope) {
    return presentMe(scope, await this.readMe.execute(scope), this.environment.APP_SECRET);
  }

  @Patch('me')
  @Answers(200, Me, ['invalid_csrf_token'])
  async change(@Scoped() scope: Scope, @BodyOf(ProfileChange) input: ProfileChange) {
    await this.changeProfile.execute(scope, input);
    return this.me(scope);
  }

  @Put('password')
  @Answers(204, null, ['invalid_credentials', 'invalid_csrf_token'])
  async password(@Scoped() scope: Scope, @BodyOf(PasswordChange) input: PasswordChange, @BrowserOf() browser: Browser) {
    await this.changePassword.execute(scope, input, browser.address);
  }
}
