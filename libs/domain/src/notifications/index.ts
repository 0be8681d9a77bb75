export * from './audience-of.js';
export * from './concern.js';
export * from './job-of-event.js';
export * from './catalogue/index.js';
export * from './write-mail.js';
export * from './item-path.js';
