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

// A Ctrl-C reaches the children from the terminal; other signals are meant for this process alone and handed on.
const handlers = {
  SIGINT: () => {},
  SIGTERM: () => running.forEach((child) => child.kill('SIGTERM')),
  SIGHUP: () => running.forEach((child) => child.kill('SIGHUP')),
};

function watchSignals() {
  if (running.size > 0) return;
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler);
}

/** Whoever called us takes the signals over again; a child ended by one means that we were asked to end. */
function unwatchSignals() {
  if (running.size > 0) return;
  for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler);
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
    watchSignals();
    running.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (text += piece));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      unwatchSignals();
      if (signal === 'SIGINT') process.exit(130);
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
