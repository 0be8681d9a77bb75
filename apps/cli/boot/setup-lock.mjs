import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot, say } from './workspace.mjs';

const file = inRoot('.nx', 'setup.lock');
const pauseMs = 200;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The process that sets this checkout up, or undefined for a lock that nobody holds any more. */
function holder() {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    const isBeingWritten = !pid && Date.now() - statSync(file).mtimeMs < 2_000;
    return isBeingWritten || (pid && pid !== process.pid && isAlive(pid)) ? pid || 'unknown' : undefined;
  } catch {
    return undefined;
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Installs and builds happen once at a time: of two first runs at once the second waits, and then finds all done. */
export async function whileSettingUp(work) {
  mkdirSync(inRoot('.nx'), { recursive: true });
  let waitsFor;
  while (!take()) {
    const pid = holder();
    if (!pid) {
      rmSync(file, { force: true });
      // Another waiter may have seen the same stale lock: do not take away the one that it writes now.
      await sleep(Math.random() * pauseMs);
      continue;
    }
    if (pid !== waitsFor) say(`Waiting for process ${pid}, which installs or builds this checkout.`);
    waitsFor = pid;
    await sleep(pauseMs);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
