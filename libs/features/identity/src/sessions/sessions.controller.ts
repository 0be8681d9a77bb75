import { Controller, Delete, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionView, whole } from '@uptake/contracts';
import { Answers, IdParam, type Scope, Scoped } from '@uptake/platform';
import { ListSessions } from './list-sessions.js';
import { RevokeSession } from './revoke-session.js';
import { presentSession } from './session.presenter.js';

@ApiTags('sessions')
@Controller('auth/sessions')
export class SessionsController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly revokeSession: RevokeSession,
  ) {}

  @Get()
  @Answers(200, whole(SessionView))
  async list(@Scoped() scope: Scope) {
    return { items: (await this.listSessions.execute(scope)).map((session) => presentSession(scope, session)) };
  }

  @Delete(':id')
  @Answers(204, null, ['invalid_csrf_token'])
  revoke(@Scoped() scope: Scope, @IdParam() id: string) {
    return this.revokeSession.execute(scope, id);
  }
}
