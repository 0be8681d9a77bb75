export * from './brief.repository.js';
export * from './passage.repository.js';
export * from './statement.repository.js';
export * from './party.repository.js';
