export * from './load-event.js';
export * from './measure-outbox.js';
export * from './relay-outbox.js';
export * from './stream.repository.js';
