import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MailListQuery, MailMessage, page } from '@uptake/contracts';
import { Answers, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ListMail } from './list-mail.js';

@ApiTags('notifications')
@Controller('workspaces/:w/mail')
export class MailController {
  constructor(private readonly listMail: ListMail) {}

  /** What Uptake has mailed, or would have: without a mail server this is where it can be read. */
  @Get()
  @Requires('mail.read')
  @Answers(200, page(MailMessage))
  list(@Scoped() scope: WorkspaceScope, @QueryOf(MailListQuery) query: MailListQuery) {
    return this.listMail.execute(scope, query);
  }
}
