import { readFileSync } from 'node:fs';

/** Every script the browser must have before the first screen of a signed-in person stands: entry, frame of the workspace, inbox, with all they import. */
function scriptsOf(...sources) {
  const manifest = JSON.parse(readFileSync(new URL('./dist/.vite/manifest.json', import.meta.url), 'utf8'));
  const files = new Set();
  const follow = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(`dist/${chunk.file}`)) return;
    files.add(`dist/${chunk.file}`);
    for (const next of chunk.imports ?? []) follow(next);
  };
  for (const source of sources) {
    const keys = Object.keys(manifest).filter((key) => key === source || key.startsWith(`${source}?`));
    if (keys.length === 0)
      throw new Error(`No script of ${source} in the build: name the first screen's files anew in .size-limit.js`);
    keys.forEach(follow);
  }
  return [...files];
}

export default [
  {
    name: 'script of the first screen',
    path: scriptsOf('index.html', 'src/lib/i18n/catalogue-en.ts', 'src/routes/w.$workspace.tsx'),
    limit: '250 kB',
    gzip: true,
  },
];
