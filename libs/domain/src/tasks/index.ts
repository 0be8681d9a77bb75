export * from './dependency-cycle.js';
export * from './task-hindrances.js';
export * from './task-transitions.js';
