import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError } from '@uptake/domain';
import { Database } from '@uptake/persistence';
import { Answers, Public } from '@uptake/platform';
import { z } from 'zod';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

@ApiTags('health')
@Public()
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process is alive. */
  @Get('healthz')
  @Answers(200, Health)
  live() {
    return { status: 'ok' as const };
  }

  /** The process can serve: its database answers. */
  @Get('readyz')
  @Answers(200, Health)
  async ready() {
    await this.database.ping().catch(() => {
      throw new DomainError('unavailable', { detail: 'The database does not answer' });
    });
    return { status: 'ok' as const };
  }
}
