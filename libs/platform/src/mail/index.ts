import type { Environment } from '../config/environment.js';
import { KeepingMailer, Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

export * from './mailer.js';
export * from './smtp-mailer.js';

/** By SMTP_URL; without it nothing leaves the machine. */
export const openMailer = ({ SMTP_URL, MAIL_FROM }: Environment): Mailer =>
  SMTP_URL ? new SmtpMailer(SMTP_URL, MAIL_FROM) : new KeepingMailer();
