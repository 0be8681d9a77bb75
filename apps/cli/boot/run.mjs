import { spawn } from 'node:child_process';
import { root } from './workspace.mjs';

// npm hands all of its settings on to scripts; a nested npm would take `--workspace`, `--omit` and the like as its
// own. Only those about reaching the registry may pass.
const passing =
  /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https?[-_]proxy|no_?proxy|ca|cafile|strict_ssl|offline|prefer_offline|fetch_.*|@.*|\/\/.*)$/i;

export function cleanEnvironment(extra = {}) {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || passing.test(name));
  return { ...Object.fromEntries(own), ...extra };
}

const running = new Set();
let endedBy;

/** A Ctrl-C reaches the children from the terminal; other signals are meant for this process alone and handed on. */
function onSignal(signal) {
  endedBy = signal;
  if (signal !== 'SIGINT') for (const child of running) child.kill(signal);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** While a child runs we end after it; at other times whoever called us has the signals. */
function watch(child) {
  if (running.size === 0) for (const signal of signals) process.on(signal, onSignal);
  running.add(child);
}

function unwatch(child) {
  running.delete(child);
  if (endedBy) process.exit(1);
  if (running.size === 0) for (const signal of signals) process.off(signal, onSignal);
}

/** Where a child's standard output and error go; ours is left to the command that was asked for. */
const streams = { shown: [2, 2], captured: ['pipe', 'pipe'], 'errors shown': ['ignore', 2] };

/**
 * Runs a program in the checkout's root to its end, which comes after `timeout` ms at the latest.
 * Resolves to its exit code and, `captured`, to what it printed.
 */
export function runProgram(command, args, { env = cleanEnvironment(), output = 'shown', timeout, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, shell, timeout, stdio: ['ignore', ...streams[output]] });
    watch(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (text += piece));
    child.once('error', reject);
    child.once('close', (code) => {
      unwatch(child);
      resolve({ code: code ?? 1, text });
    });
  });
}

export const runNode = (args, options) => runProgram(process.execPath, args, options);

/** The npm that runs us, else the one on the path. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return runNode([cli, ...args], options);
  return runProgram('npm', args, { ...options, shell: process.platform === 'win32' });
}
