export * from './gate.repository.js';
export * from './passable-runs.js';
