export * from './activity.module.js';
