import { pathToFileURL } from 'node:url';
import { makeReady } from './ready.mjs';
import { inRoot } from './workspace.mjs';

await makeReady(['server']);

// npm moves to the checkout's root; file names on the command line mean the folder it was called from.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(inRoot('apps', 'cli', 'dist', 'main.js')).href);
