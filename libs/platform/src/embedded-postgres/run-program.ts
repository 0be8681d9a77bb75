import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user.js';

export interface ProgramResult {
  readonly code: number | null;
  readonly output: string;
}

/** The caller's PGDATA, PGPORT, PGOPTIONS and the like are about another database; messages must be readable by us. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}

/** Runs one of PostgreSQL's programs to its end. Rejects only when it could not be run at all. */
export function runProgram(program: string, args: string[], user: ServerUser, cwd: string): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject);
    // `exit`, not `close`: the server that pg_ctl leaves behind may hold the pipes open for as long as it lives.
    child.once('exit', (code) => resolve({ code, output: output.trim() }));
  });
}
