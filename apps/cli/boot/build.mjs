import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cleanEnvironment, runNode } from './run.mjs';
import { inRoot, readJson, root, say } from './workspace.mjs';

const serverProjects = () =>
  readJson('.config', 'tsconfig.build.json').references.map(({ path: to }) => path.normalize(to).slice(3));

/** What can be built: how Nx knows it, and what must be there afterwards. */
const targets = {
  server: {
    task: 'uptake:build-server',
    results: () => serverProjects().map((project) => path.join(project, 'dist', '.tsbuildinfo')),
  },
  web: { task: '@uptake/web:build', results: () => [path.join('apps', 'web', 'dist', 'index.html')] },
};

const skipped = new Set(['node_modules', 'dist', '.tanstack']);

/** What a build does not read, or writes itself. */
const isNoSource = (name) => /[.](spec|gen)[.]tsx?$/.test(name);

function* filesUnder(folder) {
  for (const entry of readdirSync(inRoot(folder), { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* filesUnder(place);
    else if (entry.isFile() && !isNoSource(entry.name)) yield place;
  }
}

/** Changes with every edit. Far cheaper than asking Nx, which is then asked only when something did change. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder('libs'),
    ...filesUnder('apps'),
    ...filesUnder('.config'),
    'package-lock.json',
    'tsconfig.base.json',
  ];
  for (const file of files) {
    const { size, mtimeMs } = statSync(inRoot(file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const stampOf = (name) => inRoot('.nx', 'built', name);

function isBuilt(name, print) {
  if (!targets[name].results().every((file) => existsSync(inRoot(file)))) return false;
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === print;
}

export function isEverythingBuilt(names) {
  const print = fingerprint();
  return names.every((name) => isBuilt(name, print));
}

/** A result taken away by hand leaves its build record behind, which would make the compiler skip it: begin afresh. */
function forgetHalves(name) {
  const results = targets[name].results().map((file) => inRoot(file));
  if (results.every((file) => existsSync(file))) return;
  for (const file of results) rmSync(path.dirname(file), { recursive: true, force: true });
}

/** Builds the named targets through Nx, whose cache gives back what it has built before. */
export async function build(names) {
  const print = fingerprint();
  const missing = names.filter((name) => !isBuilt(name, print));
  if (missing.length === 0) return;
  missing.forEach(forgetHalves);

  const began = Date.now();
  say('Building ...');
  const nx = inRoot('node_modules', 'nx', readJson('node_modules', 'nx', 'package.json').bin.nx);
  const [projects, tasks] = [0, 1].map((part) =>
    missing.map((name) => targets[name].task.split(':').at(part)).join(','),
  );
  const { code, text } = await runNode(
    [nx, 'run-many', '--targets', tasks, '--projects', projects, '--outputStyle=static'],
    { output: 'captured', env: cleanEnvironment({ NX_DAEMON: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' }) },
  );
  if (code !== 0) {
    say(text);
    say(`The build of ${missing.join(' and ')} failed.`);
    process.exit(1);
  }
  mkdirSync(path.dirname(stampOf('any')), { recursive: true });
  for (const name of missing) writeFileSync(stampOf(name), print);
  say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s (${path.basename(root)}).`);
}
