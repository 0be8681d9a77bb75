import { Injectable } from '@nestjs/common';
import { SessionRepository, type SessionRow } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class ListSessions {
  constructor(private readonly sessions: SessionRepository) {}

  execute(scope: Scope): Promise<SessionRow[]> {
    return this.sessions.list(scope.read, scope.user.id, scope.now());
  }
}
