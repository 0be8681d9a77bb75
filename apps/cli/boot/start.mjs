import { pathToFileURL } from 'node:url';
import { makeReady } from './ready.mjs';
import { inRoot } from './workspace.mjs';

await makeReady(['server', 'web']);
// npm moves to the checkout's root; a folder on the command line means one beside where it was called.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(inRoot('apps', 'cli', 'dist', 'start', 'main.js')).href);
