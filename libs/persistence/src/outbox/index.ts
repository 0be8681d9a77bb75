export * from './load-event.js';
export * from './relay-outbox.js';
export * from './stream.repository.js';
