export * from './bulk-load.js';
export * from './vacuum.js';
