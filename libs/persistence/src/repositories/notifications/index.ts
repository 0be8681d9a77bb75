export * from './audience.repository.js';
export * from './delivery.repository.js';
export * from './mail.repository.js';
export * from './notification.repository.js';
