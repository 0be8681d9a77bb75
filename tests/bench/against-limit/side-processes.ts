import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { descendantsOf, processesNaming } from '../../support/processes.js';

/** A script of the kit that serves until it is stopped. */
export async function startScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  answersAt: string,
): Promise<{ pid: number; stop(): void }> {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let ended = false;
  child.once('exit', () => (ended = true));
  for (let tries = 0; !(await answers(answersAt)); tries += 1) {
    if (ended || tries > 100) throw new Error(`${script} does not answer at ${answersAt}`);
    await sleep(100);
  }
  return { pid: child.pid ?? 0, stop: () => void child.kill() };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** The product's serving processes, api and worker, by their starter. */
export function servingProcesses(starter: number): number[] {
  const serving = processesNaming('/dist/main.js');
  return descendantsOf(starter).filter((pid) => serving.includes(pid));
}
