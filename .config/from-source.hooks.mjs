import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** Relative imports end in `.js` as Node wants them; from source that file is a `.ts`. */
function sourceOf(specifier, parentUrl) {
  if (!/^\.{1,2}\//.test(specifier) || !specifier.endsWith('.js') || !parentUrl?.startsWith('file:')) return undefined;
  const source = new URL(specifier.replace(/\.js$/, '.ts'), parentUrl);
  return existsSync(source) ? source.href : undefined;
}

export function resolve(specifier, context, nextResolve) {
  const conditions = [...new Set(['@uptake/source', ...context.conditions])];
  return nextResolve(sourceOf(specifier, context.parentURL) ?? specifier, { ...context, conditions });
}

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const { code } = await transform(await readFile(new URL(url), 'utf8'), {
    filename: fileURLToPath(url),
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
