export * from './workspaces.module.js';
