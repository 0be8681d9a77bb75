import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { depConstraints } from './boundaries.js';
import { root } from './jest.shared.js';

const noEnums = { selector: 'TSEnumDeclaration', message: 'Write a union of strings, not an enum.' };
const noDefaultExports = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const hasLetters = String.raw`/\p{L}/u`;
const noLiteralText = [
  { selector: `JSXText[value=${hasLetters}]`, message: 'Words come from the catalogues: t("...").' },
  {
    selector: `JSXAttribute[name.name=/^(title|label|placeholder|alt|description|aria-label|aria-description)$/] > Literal[value=${hasLetters}]`,
    message: 'Words come from the catalogues: t("...").',
  },
];

const boundaries = [
  'error',
  {
    allow: [],
    depConstraints,
    enforceBuildableLibDependency: false,
    allowCircularSelfDependency: false,
    banTransitiveDependencies: true,
    checkNestedExternalImports: false,
  },
];

const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.fixture.ts', '**/testing/**', 'tests/**'];

export default [
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', 'coverage/**', '**/*.d.ts', '**/*.gen.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    rules: {
      '@nx/enforce-module-boundaries': boundaries,
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': ['error', noEnums],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['libs/**/src/**/*.ts', 'apps/*/src/**/*.ts', 'libs/ui/src/**/*.tsx', 'apps/web/src/**/*.tsx'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', noEnums, noDefaultExports] },
  },
  {
    files: ['apps/web/src/**/*.tsx', 'libs/ui/src/**/*.tsx'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', noEnums, noDefaultExports, ...noLiteralText] },
  },
  {
    files: ['libs/**/src/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}'],
    ignores: specs,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A route leaves by throwing the router's own redirect or not-found.
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] }],
    },
  },
  {
    // A test that is not awaited passes whatever happens; tests have their own project.
    files: ['tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
];
