export * from './rollups.module.js';
