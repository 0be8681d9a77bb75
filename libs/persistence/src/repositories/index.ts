export * from './team.repository.js';
export * from './item.repository.js';
