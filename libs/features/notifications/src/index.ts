export * from './notification-jobs.module.js';
export * from './notifications.module.js';
export { RouteEventJob } from './telling/route-event.job.js';
export { SendMailJob } from './mail/send-mail.job.js';
export { SendMessageJob } from './mail/send-message.job.js';
export { WaitingMailLoop } from './mail/waiting-mail.loop.js';
