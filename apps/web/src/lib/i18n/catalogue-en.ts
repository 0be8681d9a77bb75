import { byNamespace } from './by-namespace.js';

export const catalogue = byNamespace(
  import.meta.glob<object>('../../locales/en/*.json', { eager: true, import: 'default' }),
);
