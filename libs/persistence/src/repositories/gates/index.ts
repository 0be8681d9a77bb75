export * from './gate.repository.js';
