export * from './evidence.module.js';
export * from './evidence-jobs.module.js';
export * from './sweep-files.loop.js';
