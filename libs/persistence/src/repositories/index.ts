export * from './team.repository.js';
