/** With the queue's pauses, the last of them a minute each, over four hours: a mail server may be away for a while. */
export const MAIL_ATTEMPTS = 250;
