import { runCommand, usageText } from './run-command.js';
import { UsageError } from './usage-error.js';

const words = process.argv.slice(2);

if (words.length === 1 && ['help', '--help', '-h'].includes(words[0] ?? '')) {
  console.log(usageText());
} else {
  try {
    process.exitCode = await runCommand(words);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(isUsage ? `${error.message}\n\n${usageText()}` : (error as Error).message);
    process.exitCode = isUsage ? 2 : 1;
  }
}
