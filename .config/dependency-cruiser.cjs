/** What the tags of a whole package cannot say: files inside a lib, Node's own modules, cycles. */
const spec = '[.](spec|fixture|api-spec|worker-spec|boot-spec|e2e)[.]tsx?$|/testing/|^tests/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types may point at each other (entities do, by Relation<>); code that runs may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'entity-manager-only-in-persistence',
      severity: 'error',
      from: { pathNot: '^(libs/persistence|tests)/' },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'queue-only-in-platform-queue',
      severity: 'error',
      from: { pathNot: '^(libs/platform/src/queue|tests)/' },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'contracts-and-domain-run-anywhere',
      severity: 'error',
      from: { path: '^libs/(contracts|domain|api-client)/src', pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-runs-in-the-browser',
      severity: 'error',
      from: { path: '^(apps/web|libs/ui)/src', pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-features-apart',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/([^/]+)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-upwards',
      comment: 'lib and components stand below features, features below routes and app.',
      severity: 'error',
      from: { path: '^apps/web/src/(lib|components|features)/', pathNot: spec },
      to: { path: '^apps/web/src/(routes|app)/' },
    },
    {
      name: 'web-lib-below-features',
      severity: 'error',
      from: { path: '^apps/web/src/(lib|components)/', pathNot: spec },
      to: { path: '^apps/web/src/features/' },
    },
    {
      name: 'libs-below-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|tests)/' },
    },
    {
      name: 'one-entry-point-a-lib',
      comment: 'Another lib is imported by its package name alone; never by a path into it.',
      severity: 'error',
      from: { path: '^(libs/features/[^/]+|libs/[^/]+|apps/[^/]+|tests)/' },
      to: {
        path: '^(libs/features/[^/]+|libs/[^/]+|apps/[^/]+)/(src|dist)/',
        pathNot: [
          '^$1/',
          '^libs/features/[^/]+/src/index[.]ts$',
          '^(libs|apps)/[^/]+/src/index[.]ts$',
          '^libs/platform/src/embedded-postgres/index[.]ts$',
        ],
      },
    },
    {
      name: 'no-spec-in-code',
      severity: 'error',
      from: { pathNot: spec },
      to: { path: spec },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(libs|apps)/.*/dist/|[.]css$|^apps/cli/boot/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@uptake/source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
