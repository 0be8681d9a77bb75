import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
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

const web = ['apps/web/**', 'libs/ui/**'];

const promises = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/only-throw-error': 'error',
};

/** A route leaves by throwing the router's own redirect or not-found. */
const promisesOfWeb = {
  ...promises,
  '@typescript-eslint/only-throw-error': [
    'error',
    { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
  ],
};

/** Rules that ask the compiler. Naming the project makes one program for all of its files; finding it makes many. */
const typed = (project, files, ignores, rules) => ({
  files,
  ignores,
  languageOptions: { parserOptions: { project, tsconfigRootDir: root } },
  rules,
});

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
  typed('.config/tsconfig.check.json', ['libs/**/src/**/*.ts', 'apps/*/src/**/*.ts'], [...web, ...specs], promises),
  typed('libs/ui/tsconfig.json', ['libs/ui/src/**/*.{ts,tsx}'], specs, promises),
  typed('apps/web/tsconfig.json', ['apps/web/src/**/*.{ts,tsx}'], specs, promisesOfWeb),
  {
    files: ['apps/web/src/**/*.{ts,tsx}', 'libs/ui/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // A test that is not awaited passes whatever happens.
  typed('tests/tsconfig.json', ['tests/**/*.ts'], [], { '@typescript-eslint/no-floating-promises': 'error' }),
];
