export * from './create-uptake-client.js';
export type { components, operations, paths } from './schema.gen.js';
