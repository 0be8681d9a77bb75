import { readFileSync } from 'node:fs';

/** Resident memory in MiB by what a process is (`api`, `worker`, `postgres`, `other`); shared pages are split among those that share them. */
export function memoryOf(pids: readonly number[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const pid of pids) {
    const [command, kibibytes] = [
      read(`/proc/${pid}/cmdline`),
      /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`)),
    ];
    if (!kibibytes) continue;
    const name = /apps\/(api|worker)\//.exec(command)?.[1] ?? (/postgres/.test(command) ? 'postgres' : 'other');
    sums[name] = (sums[name] ?? 0) + Number(kibibytes[1]) / 1_024;
  }
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Math.round(sum)]));
}

/** Processes come and go while they are looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
