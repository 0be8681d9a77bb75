import { register } from 'node:module';

// `node --import ./.config/from-source.mjs file.ts` runs the TypeScript of this repository without a build.
register('./from-source.hooks.mjs', import.meta.url);
