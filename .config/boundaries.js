/** The floors of the house (see CONTRIBUTING.md) as constraints on tags, for `@nx/enforce-module-boundaries`. */
const layers = (...names) => names.map((name) => `layer:${name}`);

const nest = ['@nestjs/*'];
const http = ['fastify', '@fastify/*', 'passport', 'passport-*'];
const database = ['typeorm', 'pg', 'pg-*'];
const queue = ['bullmq', 'ioredis'];
const mail = ['nodemailer'];
const server = [...nest, ...http, ...database, ...queue, ...mail];
const web = [
  'react',
  'react-dom',
  'react/*',
  'react-dom/*',
  '@mantine/*',
  '@tanstack/*',
  '@tabler/*',
  'echarts',
  'echarts/*',
];

const floors = {
  contracts: { below: [], only: ['zod', 'zod/*'] },
  domain: { below: ['contracts'], never: [...server, ...web] },
  persistence: { below: ['contracts', 'domain'], never: [...nest, ...http, ...queue, ...mail, ...web] },
  platform: { below: ['contracts', 'domain', 'persistence'], never: web },
  feature: {
    below: ['contracts', 'domain', 'persistence', 'platform'],
    never: [...database, ...queue, ...mail, ...web],
  },
  ui: { below: ['contracts'], never: [...server, '@tanstack/*', 'echarts', 'echarts/*'] },
  client: { below: ['contracts'], never: [...server, ...web] },
};

/** A feature is the one floor whose libs may not import each other. */
const floorConstraints = Object.entries(floors).map(([name, { below, only, never }]) => ({
  sourceTag: `layer:${name}`,
  onlyDependOnLibsWithTags: layers(...below, ...(name === 'feature' ? [] : [name])),
  ...(only ? { allowedExternalImports: only } : {}),
  ...(never ? { bannedExternalImports: never } : {}),
}));

const serverFloors = ['contracts', 'domain', 'persistence', 'platform', 'feature'];

export const depConstraints = [
  ...floorConstraints,
  {
    allSourceTags: ['layer:app', 'runtime:server'],
    onlyDependOnLibsWithTags: layers(...serverFloors, 'app'),
    bannedExternalImports: [...database, ...queue, ...mail, ...web],
  },
  {
    allSourceTags: ['layer:app', 'runtime:web'],
    onlyDependOnLibsWithTags: layers('contracts', 'client', 'ui'),
    bannedExternalImports: server,
  },
  { sourceTag: 'layer:tests', onlyDependOnLibsWithTags: layers(...serverFloors, 'client', 'app') },
  { sourceTag: 'runtime:universal', onlyDependOnLibsWithTags: ['runtime:universal'] },
  { sourceTag: 'runtime:server', onlyDependOnLibsWithTags: ['runtime:universal', 'runtime:server'] },
  { sourceTag: 'runtime:web', onlyDependOnLibsWithTags: ['runtime:universal', 'runtime:web'] },
];
