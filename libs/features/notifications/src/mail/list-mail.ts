import { Injectable } from '@nestjs/common';
import type { MailListQuery, MailMessage, Page } from '@uptake/contracts';
import { MailRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListMail {
  constructor(private readonly mails: MailRepository) {}

  /** For administrators; mails about items hidden from them are left out, and secret links are masked. */
  execute(scope: WorkspaceScope, query: MailListQuery): Promise<Page<MailMessage>> {
    scope.demand('mail.read');
    return this.mails.list(scope.read, query);
  }
}
