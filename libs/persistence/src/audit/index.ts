export * from './chain.js';
export * from './head-key.js';
export * from './seal.js';
export * from './verify.js';
