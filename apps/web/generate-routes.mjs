import { Generator, getConfig } from '@tanstack/router-generator';

/** Writes src/route-tree.gen.ts from src/routes, as the dev server and the build do. */
const root = import.meta.dirname;
await new Generator({ config: getConfig({}, root), root }).run();
