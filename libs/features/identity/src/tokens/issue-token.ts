import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TokenRequest } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { ApiTokenRepository, type ApiTokenRow, newId } from '@uptake/persistence';
import { type Scope, hashSecret } from '@uptake/platform';

@Injectable()
export class IssueToken {
  constructor(private readonly tokens: ApiTokenRepository) {}

  /** The secret leaves only by this answer; `upt_` lets secret scanners find one that got into a repository. */
  async execute(scope: Scope, input: TokenRequest): Promise<{ row: ApiTokenRow; token: string }> {
    const at = scope.now();
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
    if (expiresAt && expiresAt <= at)
      throw new DomainError('invalid_input', {
        errors: [{ path: 'expiresAt', code: 'too_small', message: 'Choose a time to come' }],
      });
    const token = `upt_${randomBytes(32).toString('base64url')}`;
    const row = await scope.transaction((tx) =>
      this.tokens.insert(tx, {
        id: newId(at),
        userId: scope.user.id,
        name: input.name,
        tokenHash: hashSecret(token),
        hint: `${token.slice(0, 8)}…`,
        at,
        expiresAt,
      }),
    );
    return { row, token };
  }
}
