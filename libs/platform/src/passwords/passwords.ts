import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's second choice for argon2id; the hash carries its parameters, so that they may be raised later. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password typed on another keyboard may come in other code points. */
const normal = (password: string): string => password.normalize('NFKC');

/** argon2id. Everybody's check costs the same, whether there is an account with a password or not. */
@Injectable()
export class Passwords {
  private readonly nobodys = hash(randomBytes(32), strength);

  hash(password: string): Promise<string> {
    return hash(normal(password), strength);
  }

  /** False for a null hash, after as much work as for any other. */
  async matches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.nobodys), normal(password));
    return isRight && passwordHash != null;
  }
}
