import { byNamespace } from './by-namespace.js';

// but for those that only some come to need: see late-words.ts
export const catalogue = byNamespace(
  import.meta.glob<object>(['../../locales/en/*.json', '!../../locales/en/workflows.json'], {
    eager: true,
    import: 'default',
  }),
);
