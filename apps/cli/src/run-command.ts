import type { Command } from './commands/command.js';
import { commands } from './commands/commands.js';
import { openSurroundings } from './surroundings/open-surroundings.js';
import { UsageError } from './usage-error.js';

export function usageText(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return [
    'Usage: npm run -s uptake -- COMMAND',
    '',
    ...lines,
    '',
    'Commands on the database use DATABASE_URL, else the embedded one in the data folder (--data DIR to choose it).',
  ].join('\n');
}

/** The longest name that the words begin with: `brief parse FILE` means `brief parse`. */
function find(words: readonly string[]): { name: string; command: Command } {
  for (let length = Math.min(words.length, 2); length > 0; length--) {
    const name = words.slice(0, length).join(' ');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return { name, command };
  }
  throw new UsageError(words[0] ? `there is no command "${words[0]}"` : 'say which command');
}

/** Takes `--data DIR` out of the words: every command on the database has it. */
function withoutDataFolder(args: readonly string[]): { rest: string[]; dataFolder: string | undefined } {
  const at = args.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = args[at];
  if (word === undefined) return { rest: [...args], dataFolder: undefined };
  const isJoined = word.startsWith('--data=');
  const dataFolder = isJoined ? word.slice('--data='.length) : args[at + 1];
  if (!dataFolder) throw new UsageError('--data needs a folder');
  return { rest: args.toSpliced(at, isJoined ? 1 : 2), dataFolder };
}

/** Runs the command that the words name and resolves to its exit code. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const { name, command } = find(words);
  const args = words.slice(name.split(' ').length);
  if (command.needs === 'nothing') return (await command.load())([...args]);

  const { rest, dataFolder } = withoutDataFolder(args);
  const run = await command.load();
  const surroundings = await openSurroundings(`uptake ${name}`, dataFolder);
  try {
    return await run(rest, surroundings);
  } finally {
    await surroundings.close();
  }
}
