export * from './closing-rules.js';
export * from './recommendation-hindrances.js';
export * from './response-rules.js';
