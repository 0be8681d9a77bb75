import { Injectable } from '@nestjs/common';
import type { JobPayload } from '@uptake/contracts';
import type { JobHandler } from '@uptake/platform';
import { MAIL_ATTEMPTS } from './mail-attempts.js';
import { SendMessage } from './send-message.js';

@Injectable()
export class SendMessageJob implements JobHandler<'send-message'> {
  readonly job = 'send-message';
  readonly concurrency = 2;
  readonly attempts = MAIL_ATTEMPTS;

  constructor(private readonly sendMessage: SendMessage) {}

  handle({ workspaceId, messageId }: JobPayload<'send-message'>): Promise<void> {
    return this.sendMessage.execute(workspaceId, messageId);
  }

  gaveUp({ workspaceId, messageId }: JobPayload<'send-message'>, reason: string): Promise<void> {
    return this.sendMessage.giveUp(workspaceId, messageId, reason);
  }
}
