export * from './metrics-server.js';
export * from './metrics.js';
