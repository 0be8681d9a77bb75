import { fileURLToPath } from 'node:url';

/** The checkout's folder: `src` and `dist` lie equally deep in it. */
export const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
