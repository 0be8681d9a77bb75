import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './jest.shared.js';

/**
 * Proves that the boundaries bite: plants imports that the house forbids in a copy of the tree and asserts that lint
 * or dependency-cruiser refuses each by the rule meant for it.
 */
const nx = '@nx/enforce-module-boundaries';

const illegal = [
  ['domain takes typeorm', 'libs/domain/src/x1.ts', `import { DataSource } from 'typeorm';`, nx],
  ['domain takes a floor above', 'libs/domain/src/x2.ts', `import * as x from '@uptake/persistence';`, nx],
  ['domain takes Nest', 'libs/domain/src/x3.ts', `import { Injectable } from '@nestjs/common';`, nx],
  ['domain takes Node', 'libs/domain/src/x4.ts', `import * as x from 'node:fs';`, 'contracts-and-domain-run-anywhere'],
  ['contracts take domain', 'libs/contracts/src/x5.ts', `import * as x from '@uptake/domain';`, nx],
  ['contracts take pg', 'libs/contracts/src/x6.ts', `import x from 'pg';`, nx],
  [
    'contracts take Node',
    'libs/contracts/src/x7.ts',
    `import * as x from 'node:fs';`,
    'contracts-and-domain-run-anywhere',
  ],
  ['platform takes a feature', 'libs/platform/src/x8.ts', `import * as x from '@uptake/tasks';`, nx],
  ['a feature takes a sibling', 'libs/features/tasks/src/x9.ts', `import * as x from '@uptake/approvals';`, nx],
  [
    'a feature takes a sibling by path',
    'libs/features/tasks/src/x10.ts',
    `import * as x from '../../approvals/src/index.js';`,
    nx,
  ],
  [
    'a feature takes the entity manager',
    'libs/features/tasks/src/x11.ts',
    `import { DataSource } from 'typeorm';`,
    'entity-manager-only-in-persistence',
  ],
  [
    'a feature takes a queue',
    'libs/features/tasks/src/x12.ts',
    `import { Queue } from 'bullmq';`,
    'queue-only-in-platform-queue',
  ],
  [
    'platform takes a queue outside its folder',
    'libs/platform/src/x13.ts',
    `import { Queue } from 'bullmq';`,
    'queue-only-in-platform-queue',
  ],
  ['a feature takes pg', 'libs/features/tasks/src/x14.ts', `import x from 'pg';`, nx],
  [
    'a feature reaches into a lib',
    'libs/features/tasks/src/x15.ts',
    `import * as x from '../../../persistence/src/connection/data-source.js';`,
    'one-entry-point-a-lib',
  ],
  ['the web takes the server', 'apps/web/src/x16.ts', `import * as x from '@uptake/platform';`, nx],
  ['the web takes a type of the server', 'apps/web/src/x17.ts', `import type * as x from '@uptake/platform';`, nx],
  ['the web takes the server lazily', 'apps/web/src/x18.ts', `const x = () => import('@uptake/platform');`, nx],
  ['the web takes domain', 'apps/web/src/x19.ts', `import * as x from '@uptake/domain';`, nx],
  [
    'a web feature takes another',
    'apps/web/src/features/x20/x.ts',
    `import * as x from '../x21/x.js';`,
    'web-features-apart',
  ],
  ['the design system fetches', 'libs/ui/src/x22.ts', `import { useQuery as x } from '@tanstack/react-query';`, nx],
  [
    'a lib takes an app',
    'libs/platform/src/x23.ts',
    `import * as x from '../../../apps/api/src/index.js';`,
    'libs-below-apps',
  ],
  ['a package takes what it does not declare', 'libs/domain/src/x24.ts', `import x from 'nodemailer';`, nx],
  [
    'two files take each other',
    'libs/platform/src/x25.ts',
    `import { x } from './x26.js';\nexport const y = () => x;`,
    'no-cycles',
  ],
  ['an enum', 'libs/domain/src/x27.ts', `export enum X { A }`, 'no-restricted-syntax'],
  [
    'literal text in a component',
    'libs/ui/src/x28.tsx',
    `export const X = () => <p>Words</p>;`,
    'no-restricted-syntax',
  ],
  [
    'literal Arabic in a label',
    'apps/web/src/x29.tsx',
    `export const X = () => <i aria-label="كلمات" />;`,
    'no-restricted-syntax',
  ],
];

// That whole legal imports pass is shown by the lint of the tree itself.
const legal = [['numbers and signs in a component', 'libs/ui/src/y1.tsx', `export const X = () => <p> · 100 % </p>;`]];

const supports = [
  ['', 'libs/platform/src/x26.ts', `import { y } from './x25.js';\nexport const x = () => y;`],
  ['', 'apps/web/src/features/x21/x.ts', `export const x = 1;`],
];

/** A copy with node_modules of its own, in which the @uptake packages are the copy's. */
function copyTree() {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'uptake-illegal-'));
  const isSource = (from) => !/[\\/](node_modules|dist|\.nx|\.data)$/.test(from);
  for (const part of [
    'libs',
    'apps',
    'tests',
    '.config',
    'package.json',
    'package-lock.json',
    'nx.json',
    'tsconfig.base.json',
  ]) {
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true, filter: isSource });
  }
  const link = (place) => symlinkSync(path.join(root, place), path.join(copy, place), 'junction');
  mkdirSync(path.join(copy, 'node_modules', '@uptake'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name !== '@uptake' && !name.startsWith('.')) link(path.join('node_modules', name));
  }
  for (const group of ['libs', 'libs/features', 'apps']) {
    for (const name of readdirSync(path.join(copy, group))) {
      const place = path.join(copy, group, name);
      if (!existsSync(path.join(place, 'package.json'))) continue;
      symlinkSync(place, path.join(copy, 'node_modules', '@uptake', name), 'junction');
      const own = path.join(group, name, 'node_modules');
      if (existsSync(path.join(root, own))) link(own);
    }
  }
  return copy;
}

function plant(copy) {
  for (const [, file, code] of [...illegal, ...legal, ...supports]) {
    const place = path.join(copy, file);
    mkdirSync(path.dirname(place), { recursive: true });
    const isUsed = /\bexport\b/.test(code);
    const names = [...code.matchAll(/\bas (\w+)|import (?:type )?(\w+) from|\{ (\w+) \}|const (\w+)/g)].map((m) =>
      m.slice(1).find(Boolean),
    );
    writeFileSync(place, isUsed ? `${code}\n` : `${code}\nexport type { ${names[0]} as Y };\n`);
  }
}

function run(copy, script, ...args) {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' },
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${script} gave no report:\n${stdout.slice(0, 2000)}${stderr}`);
  }
}

/** File -> names of the rules that it breaks. */
function findings(copy) {
  const found = new Map();
  const add = (file, rule) => found.set(file, [...(found.get(file) ?? []), rule]);
  const files = [...illegal, ...legal].map(([, file]) => file);
  // The boundary rule reads Nx's cached graph and lets everything pass when there is none.
  run(copy, 'nx/dist/bin/nx.js', 'show', 'projects', '--json');
  for (const { filePath, messages } of run(
    copy,
    'eslint/bin/eslint.js',
    '--config',
    '.config/eslint.config.js',
    '--format',
    'json',
    ...files,
  )) {
    for (const { ruleId, fatal, message } of messages)
      add(path.relative(copy, filePath).replaceAll('\\', '/'), fatal ? message : ruleId);
  }
  const cruise = run(
    copy,
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.config/dependency-cruiser.cjs',
    '--output-type',
    'json',
    'libs',
    'apps',
  );
  for (const { from, rule } of cruise.summary.violations) add(from, rule.name);
  return found;
}

const copy = copyTree();
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
plant(copy);
const found = findings(copy);

let failed = 0;
function judge(isRight, name, file) {
  if (!isRight) failed += 1;
  if (!isRight) console.log(`  WRONG  ${name} (${file}): ${found.get(file)?.join(', ') || 'nothing refused it'}`);
}
for (const [name, file, , rule] of illegal) judge(found.get(file)?.includes(rule), `refuses: ${name}`, file);
for (const [name, file] of legal) judge(!found.has(file), `allows: ${name}`, file);
console.log(`boundaries: ${illegal.length + legal.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
