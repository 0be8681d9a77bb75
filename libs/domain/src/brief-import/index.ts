export * from './passage-ranges.js';
export * from './short-title.js';
